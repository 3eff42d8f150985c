/**
 * Who you are, what you may do. Owns accounts, sessions, one-time links, roles and the table of
 * permissions. Rooms mark each act with {@link org.isonomia.access.Allowed}; who is acting is
 * {@link org.isonomia.access.Actor#current()}. Knows none of the rooms of the business.
 */
package org.isonomia.access;
