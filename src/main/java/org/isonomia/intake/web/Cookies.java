package org.isonomia.intake.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import org.isonomia.intake.application.LeaveAtOnce;
import org.isonomia.page.HostCookie;

/**
 * The two cookies of a resident: for a report being written, and for an open mailbox. They end with
 * the browser's session, because a phone may be shared; no script reads them, no other site sends
 * them.
 */
@ApplicationScoped
public class Cookies {
  public static final String DRAFT = LeaveAtOnce.DRAFT;
  public static final String VISIT = LeaveAtOnce.VISIT;

  NewCookie set(String name, String token) {
    return HostCookie.of(name, token, NewCookie.SameSite.STRICT);
  }

  NewCookie end(String name) {
    return HostCookie.gone(name);
  }
}
