/**
 * Who you are, what you may do. Owns accounts, sessions, one-time links, roles and the table of
 * permissions. Rooms mark each act with {@link org.isonomia.access.Allowed}; who is acting is
 * {@link org.isonomia.access.Actor#current()}. Knows none of the rooms of the business.
 *
 * <p>Who may do what is a page, {@code /access/matrix}, read from the acts themselves; one's own
 * rights are at {@code /me/rights}. While somebody is away their deputy's actor carries the account
 * in {@code standsInFor}; the deputy acts, and is recorded, as themselves.
 */
package org.isonomia.access;
