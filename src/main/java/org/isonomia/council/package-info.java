/**
 * The Equal Treatment Council: terms and members, meetings, agenda items, votes, decisions. Owns
 * the picture {@code agendaItemRouting}. A case brief reaches it as text written anew, without
 * personal data; the Council does not know the case, only an origin it cannot open. Answers travel
 * back as {@link org.isonomia.council.CouncilEvent}.
 */
package org.isonomia.council;
