package org.isonomia.access.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isonomia.access.Role;
import org.isonomia.access.application.SignIn;
import org.isonomia.page.Language;

/**
 * The one way in which the container learns who calls: the cookie's token leads to a row, the row
 * to a person. Password, passkey and single sign-on only make such rows. What it found it leaves on
 * the request, for {@link SessionFilter}.
 *
 * <p>Residents' pages, the REST contract and assets know no session: there nothing is looked up,
 * and a signed-in person is nobody in particular.
 */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {
  /** Request attribute: a {@link Found}, or what went wrong while looking. */
  static final String FOUND = Found.class.getName();

  /**
   * A session, open or not.
   *
   * @param token of its cookie
   */
  record Found(String token, SignIn.Resumed session) {}

  private static final Set<String> WITHOUT_SESSION =
      Set.of("p", "api", "assets", "exit", "health", "metrics");

  @Inject SignIn signIn;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    var token = token(request);
    if (token == null || !knowsSessions(request.getRequestURI())) {
      return context.doNothing();
    }
    try {
      var session = signIn.resume(token).orElse(null);
      if (session == null) {
        return context.doNothing();
      }
      request.setAttribute(FOUND, new Found(token, session));
      return session.isOpen()
          ? context.notifyContainerAboutLogin(
              session.actor().login(),
              session.actor().roles().stream().map(Role::name).collect(Collectors.toSet()))
          : context.doNothing();
    } catch (RuntimeException e) {
      // a database that is away becomes a page where pages are made, not here
      request.setAttribute(FOUND, e);
      return context.doNothing();
    }
  }

  /** Whether pages at this address may be somebody's own. */
  static boolean knowsSessions(String path) {
    var parts = path.split("/");
    return parts.length < 2
        || !WITHOUT_SESSION.contains(parts[1]) && Language.ofPath(path).isEmpty();
  }

  private static String token(HttpServletRequest request) {
    var cookies = request.getCookies();
    return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
        .filter(cookie -> cookie.getName().equals(SessionCookie.SESSION))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty() && value.length() <= 100)
        .findFirst()
        .orElse(null);
  }
}
