package org.isonomia.page;

import jakarta.ws.rs.core.NewCookie;

/**
 * Every cookie of this application: for this host alone, at the root, unreadable by scripts, over
 * TLS only. Browsers take such a cookie from {@code http://127.0.0.1}, too: a loopback needs no
 * TLS.
 */
public final class HostCookie {
  private static final String PREFIX = "__Host-";

  private HostCookie() {}

  /** Its full name. */
  public static String name(String name) {
    return PREFIX + name;
  }

  /** Lasts as long as the browser is open. */
  public static NewCookie of(String fullName, String value, NewCookie.SameSite sameSite) {
    return cookie(fullName, value, sameSite, NewCookie.DEFAULT_MAX_AGE);
  }

  /**
   * @param seconds how long the browser keeps it
   */
  public static NewCookie lasting(
      String fullName, String value, NewCookie.SameSite sameSite, int seconds) {
    return cookie(fullName, value, sameSite, seconds);
  }

  public static NewCookie gone(String fullName) {
    return cookie(fullName, "", NewCookie.SameSite.STRICT, 0);
  }

  private static NewCookie cookie(
      String fullName, String value, NewCookie.SameSite sameSite, int seconds) {
    return new NewCookie.Builder(fullName)
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(true)
        .sameSite(sameSite)
        .maxAge(seconds)
        .build();
  }
}
