/**
 * Who you are, what you may do. Owns accounts, sessions, one-time links, roles and the table of
 * permissions. Rooms mark each act with {@link org.isonomia.access.Allowed}; who is acting is
 * {@link org.isonomia.access.Actor#current()}. Knows none of the rooms of the business.
 *
 * <p>Signing in: password, passkey, single sign-on and the click in the demo city are ways to make
 * one row of {@code access_session}, all in {@code SignIn.open}. After a password comes a code from
 * a telephone or paper ({@code PassSecondStep}); until then there is only a half session, which
 * opens the page for the code. {@code SessionMechanism} tells the container who calls, {@code
 * SessionFilter} enters the {@link org.isonomia.access.Actor} and the keys. After idle time the row
 * opens nothing, and the key in it goes at its next request or at anybody's next sign-in; {@code
 * LockPage} keeps what was typed in the page itself and sends it on after the password.
 *
 * <p>Who may do what is a page, {@code /access/matrix}, read from the acts themselves; one's own
 * rights are at {@code /me/rights}. While somebody is away their deputy's actor carries the account
 * in {@code standsInFor}; the deputy acts, and is recorded, as themselves.
 */
package org.isonomia.access;
