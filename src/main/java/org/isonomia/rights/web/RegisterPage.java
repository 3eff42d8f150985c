package org.isonomia.rights.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.isonomia.page.View;
import org.isonomia.rights.application.SeeRegister;

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
    return View.of("rights/register", new Model(see.inside(), true));
  }
}
