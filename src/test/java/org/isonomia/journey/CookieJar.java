package org.isonomia.journey;

import java.net.CookieHandler;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * The cookies of one browser and one host. As browsers do, and unlike Java's own, it sends a cookie
 * for TLS to a loopback without TLS; as browsers do, it takes a {@code __Host-} cookie only with
 * what the name promises.
 */
public final class CookieJar extends CookieHandler {
  private final Map<String, String> kept = new ConcurrentSkipListMap<>();

  @Override
  public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
    return kept.isEmpty()
        ? Map.of()
        : Map.of(
            "Cookie",
            List.of(
                kept.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "))));
  }

  @Override
  public void put(URI uri, Map<String, List<String>> headers) {
    headers.forEach(
        (name, values) -> {
          if ("set-cookie".equalsIgnoreCase(name)) {
            values.forEach(this::take);
          }
        });
  }

  private void take(String header) {
    var cookie = HttpCookie.parse("Set-Cookie: " + header).get(0);
    if (!cookie.getName().startsWith("__Host-")
        || !cookie.getSecure()
        || !cookie.isHttpOnly()
        || !"/".equals(cookie.getPath())
        || cookie.getDomain() != null) {
      throw new AssertionError("a browser does not take " + cookie.getName());
    }
    if (cookie.getMaxAge() == 0) {
      kept.remove(cookie.getName());
    } else {
      kept.put(cookie.getName(), cookie.getValue());
    }
  }

  /** {@code null} without it; the name without {@code __Host-}. */
  public String value(String name) {
    return kept.get("__Host-" + name);
  }

  /** Puts one in by hand: somebody else's, or an old one. */
  public void set(String name, String value) {
    kept.put("__Host-" + name, value);
  }
}
