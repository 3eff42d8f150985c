package org.isonomia.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The bare address: sends a visitor to the pages in their language. */
@RequestScoped
@Path("/")
public class Welcome {
  @GET
  public Response get(@HeaderParam("Accept-Language") String languages) {
    return Redirect.to("/" + Language.accepted(languages).tag() + "/")
        .header("Vary", "Accept-Language")
        .build();
  }
}
