/**
 * Terms, members, meetings, items, votes and decisions, and the arithmetic of quorum and majority.
 * Knows no database query and no page.
 */
package org.isonomia.council.domain;
