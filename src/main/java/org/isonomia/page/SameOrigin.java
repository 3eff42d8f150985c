package org.isonomia.page;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.shared.Problem;

/**
 * Refuses a form that another site makes a browser send. No token in forms, so it works for
 * multipart and without JavaScript:
 *
 * <ol>
 *   <li>a browser that says {@code Sec-Fetch-Site} must say {@code same-origin} or {@code none};
 *   <li>else {@code Origin}, else {@code Referer}, must be the public address, or this very
 *       machine;
 *   <li>else (an old browser: our own {@code Referrer-Policy: no-referrer} makes its origin "null")
 *       the {@code SameSite=Strict} cookie must have come along, which such browsers get with every
 *       page and never send from another site.
 * </ol>
 *
 * {@code /api} takes no cookies and needs no guard.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public class SameOrigin implements ContainerRequestFilter {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Inject
  @ConfigProperty(name = "isonomia.base.url")
  Optional<String> baseUrl;

  @Override
  public void filter(ContainerRequestContext request) {
    String path = request.getUriInfo().getRequestUri().getPath();
    if (SAFE.contains(request.getMethod()) || path.startsWith("/api/")) return;
    Cookie marker = request.getCookies().get(SecurityHeaders.OLD_BROWSER_COOKIE);
    boolean own =
        own(
            request.getHeaderString("Sec-Fetch-Site"),
            request.getHeaderString("Origin"),
            request.getHeaderString("Referer"),
            request.getHeaderString("Host"),
            baseUrl.orElse(""),
            marker != null);
    if (!own) throw Problem.of(Problem.Kind.FORBIDDEN, "cross-site");
  }

  /** The decision, from the headers alone. */
  static boolean own(
      String site, String origin, String referer, String host, String baseUrl, boolean marker) {
    if (site != null) return site.equals("same-origin") || site.equals("none");
    String from = origin != null && !origin.equals("null") ? origin : referer;
    if (from != null && !from.isBlank()) {
      String authority = authority(from);
      if (authority == null) return false;
      // what a request says of its own host proves nothing, except that it is this very machine
      if (KnownHost.isThisMachine(authority)) return authority.equals(lower(host));
      return authority.equals(authority(baseUrl)) && scheme(from).equals(scheme(baseUrl));
    }
    return marker;
  }

  private static String scheme(String url) {
    int end = url.indexOf(':');
    return end < 0 ? "" : url.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static String authority(String url) {
    try {
      return lower(URI.create(url).getRawAuthority());
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private static String lower(String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }
}
