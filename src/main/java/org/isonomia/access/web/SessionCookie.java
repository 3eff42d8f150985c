package org.isonomia.access.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The cookie that carries a session's token: for this host only, unreadable by scripts, never sent
 * from elsewhere.
 */
@ApplicationScoped
public class SessionCookie {
  @Inject
  @ConfigProperty(name = "isonomia.base.url", defaultValue = "")
  String baseUrl;

  private boolean secure() {
    return baseUrl.startsWith("https:");
  }

  private String name() {
    return secure() ? "__Host-session" : "session";
  }

  String token(Map<String, Cookie> cookies) {
    var cookie = cookies.get(name());
    return cookie == null || cookie.getValue().length() > 100 ? null : cookie.getValue();
  }

  /** Lasts as long as the browser; the row in the database decides how long it opens anything. */
  NewCookie of(String token) {
    return cookie(token, NewCookie.DEFAULT_MAX_AGE);
  }

  NewCookie gone() {
    return cookie("", 0);
  }

  private NewCookie cookie(String value, int maxAge) {
    return new NewCookie.Builder(name())
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(secure())
        .sameSite(NewCookie.SameSite.LAX)
        .maxAge(maxAge)
        .build();
  }
}
