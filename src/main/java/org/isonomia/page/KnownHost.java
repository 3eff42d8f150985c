package org.isonomia.page;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers under its own name only: the host of {@code isonomia.base.url}, or this machine itself. A
 * name of somebody else's that leads here (DNS rebinding, a forged header before a cache) gets 421.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class KnownHost implements Filter {
  private static final int MISDIRECTED = 421;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  @Inject
  @ConfigProperty(name = "isonomia.base.url")
  Optional<String> baseUrl;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http
        && response instanceof HttpServletResponse to
        && !isOurs(http.getHeader("Host"), baseUrl.orElse(""))) {
      to.sendError(MISDIRECTED);
      return;
    }
    chain.doFilter(request, response);
  }

  /** Whether a Host header names us. */
  static boolean isOurs(String host, String baseUrl) {
    if (host == null) return true; // HTTP/1.0, as a watchdog asks; no browser leaves it out
    String asked = host.toLowerCase(Locale.ROOT);
    return isThisMachine(asked) || isPublic(asked, baseUrl);
  }

  private static boolean isPublic(String asked, String baseUrl) {
    if (baseUrl.isBlank()) return false;
    URI base = URI.create(baseUrl);
    if (base.getHost() == null) return false;
    String name = base.getHost().toLowerCase(Locale.ROOT);
    int usual = "https".equals(base.getScheme()) ? 443 : 80;
    int port = base.getPort() < 0 ? usual : base.getPort();
    return asked.equals(name + ":" + port) || (port == usual && asked.equals(name));
  }

  /** This machine under any port: a tunnel or a container may show another one outside. */
  static boolean isThisMachine(String authority) {
    return authority != null
        && THIS_MACHINE.contains(authority.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", ""));
  }
}
