package org.isonomia.rights.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.isonomia.access.Actor;
import org.isonomia.access.Permission;
import org.isonomia.page.View;
import org.isonomia.rights.application.SeeRegister;
import org.isonomia.shared.Problem;

/** The register of processing with its tables, for the data protection officer. */
@Path("/privacy/register")
public class RegisterPage {
  @Inject SeeRegister see;

  /**
   * @param internal whether tables are shown
   */
  public record Model(SeeRegister.Register register, boolean internal) {}

  @GET
  public View show() {
    if (!Actor.current().isSignedIn()) {
      throw Problem.unauthenticated();
    }
    if (!Permission.KEEP_BREACHES.heldBy(Actor.current())) {
      throw Problem.forbidden("not-yours");
    }
    return View.of("rights/register", new Model(see.handle(), true));
  }
}
