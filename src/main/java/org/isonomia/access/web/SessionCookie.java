package org.isonomia.access.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import org.isonomia.access.application.SignIn;
import org.isonomia.page.HostCookie;

/**
 * The three cookies of signing in: the session's token, the token of a half session between
 * password and code, and what makes a browser known.
 */
@ApplicationScoped
public class SessionCookie {
  static final String SESSION = HostCookie.name("session");
  static final String HALF = HostCookie.name("half");
  static final String KNOWN = HostCookie.name("known");
  private static final int KNOWN_FOR = (int) Duration.ofDays(180).toSeconds();
  private static final int LONGEST = 200;

  String token(Map<String, Cookie> cookies) {
    return value(cookies, SESSION);
  }

  String half(Map<String, Cookie> cookies) {
    return value(cookies, HALF);
  }

  String known(Map<String, Cookie> cookies) {
    return value(cookies, KNOWN);
  }

  private static String value(Map<String, Cookie> cookies, String name) {
    var cookie = cookies.get(name);
    return cookie == null || cookie.getValue().isEmpty() || cookie.getValue().length() > LONGEST
        ? null
        : cookie.getValue();
  }

  /**
   * The session lasts as long as the browser is open; the row in the database decides how long it
   * opens anything.
   */
  Response.ResponseBuilder enter(Response.ResponseBuilder answer, SignIn.Entered entered) {
    return entered.half()
        ? answer.cookie(HostCookie.of(HALF, entered.token(), SameSite.STRICT))
        : answer
            .cookie(HostCookie.of(SESSION, entered.token(), SameSite.LAX))
            .cookie(HostCookie.gone(HALF))
            .cookie(HostCookie.lasting(KNOWN, entered.known(), SameSite.STRICT, KNOWN_FOR));
  }

  /** The browser stays known: it was its owner who left. */
  Response.ResponseBuilder leave(Response.ResponseBuilder answer) {
    return answer.cookie(HostCookie.gone(SESSION)).cookie(HostCookie.gone(HALF));
  }
}
