package org.isonomia.rights.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.isonomia.page.Language;
import org.isonomia.page.View;
import org.isonomia.rights.application.SeeRegister;

/** The register of processing as everybody may read it, without tables. */
@Path(Language.PATH + "/privacy/register")
public class PublicRegisterPage {
  @Inject SeeRegister see;

  @GET
  public View show() {
    return View.of("rights/register", new RegisterPage.Model(see.handle(), false));
  }
}
