package org.isonomia.intake.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import org.isonomia.page.HostCookie;

/**
 * The two cookies of a resident: for a report being written, and for an open mailbox. They end with
 * the browser's session, because a phone may be shared; no script reads them, no other site sends
 * them.
 */
@ApplicationScoped
public class Cookies {
  public static final String DRAFT = "__Host-draft";
  public static final String VISIT = "__Host-visit";

  NewCookie set(String name, String token) {
    return HostCookie.of(name, token, NewCookie.SameSite.STRICT);
  }

  NewCookie end(String name) {
    return HostCookie.gone(name);
  }
}
