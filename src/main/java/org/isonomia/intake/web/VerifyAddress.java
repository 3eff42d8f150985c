package org.isonomia.intake.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.isonomia.page.Language;
import org.isonomia.page.Redirect;

/** The short address that a person can type from paper, in whatever language they read. */
@RequestScoped
@Path("/verify")
public class VerifyAddress {
  @GET
  public Response get(@HeaderParam("Accept-Language") String languages) {
    return Redirect.to("/" + Language.accepted(languages).tag() + "/verify")
        .header("Vary", "Accept-Language")
        .build();
  }
}
