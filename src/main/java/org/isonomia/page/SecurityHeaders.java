package org.isonomia.page;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every answer tells the browser: load from here only, frame nowhere, send no referrer, store
 * nothing. A resource may set a header anew (assets are cached for ever).
 */
@WebFilter(
    urlPatterns = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
    asyncSupported = true)
public class SecurityHeaders implements Filter {
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; media-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** An asset that somebody opens by its own address loads nothing and runs nothing. */
  static final String ASSET_SECURITY_POLICY = "default-src 'none'; frame-ancestors 'none'";

  static final String PERMISSIONS_POLICY =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
          + " magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

  /** The cookie that only a page of this site can send along; see {@link SameOrigin}. */
  static final String OLD_BROWSER_COOKIE = "__Host-same-site";

  @Inject
  @ConfigProperty(name = "isonomia.base.url")
  Optional<String> baseUrl;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse to) {
      set(http, to);
    }
    chain.doFilter(request, response);
  }

  private void set(HttpServletRequest request, HttpServletResponse response) {
    boolean tls = baseUrl.orElse("").startsWith("https:");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
    if (request.getRequestURI().startsWith("/assets/")) {
      // six of them come with a first view on a slow phone: what is for pages stays away
      response.setHeader("Content-Security-Policy", ASSET_SECURITY_POLICY);
    } else {
      response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
      response.setHeader("X-Frame-Options", "DENY");
      response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
      response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }
    if (tls) response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    // browsers that say where a request comes from never get this cookie
    boolean old = request.getHeader("Sec-Fetch-Site") == null;
    boolean page = !request.getRequestURI().startsWith("/api/");
    if (old
        && page
        && request.getDispatcherType() == DispatcherType.REQUEST
        && request.getMethod().equals("GET")) {
      response.addHeader(
          "Set-Cookie", OLD_BROWSER_COOKIE + "=1; Path=/; Secure; HttpOnly; SameSite=Strict");
    }
  }
}
