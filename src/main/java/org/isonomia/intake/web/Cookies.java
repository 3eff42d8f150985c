package org.isonomia.intake.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The two cookies of a resident: for a report being written, and for an open mailbox. They end with
 * the browser's session, because a phone may be shared; no script reads them, no other site sends
 * them.
 */
@ApplicationScoped
public class Cookies {
  public static final String DRAFT = "draft";
  public static final String VISIT = "visit";

  @Inject
  @ConfigProperty(name = "isonomia.base.url")
  Optional<String> baseUrl;

  NewCookie set(String name, String token) {
    return cookie(name).value(token).build();
  }

  NewCookie end(String name) {
    return cookie(name).value("").maxAge(0).build();
  }

  private NewCookie.Builder cookie(String name) {
    return new NewCookie.Builder(name)
        .path("/")
        .httpOnly(true)
        .secure(baseUrl.orElse("").startsWith("https:"))
        .sameSite(NewCookie.SameSite.STRICT);
  }
}
