package org.isonomia.intake.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The public contract, as a file that is written by hand and held to the code by a test. */
@Path("/api/openapi.yaml")
public class ContractResource {
  static final String FILE = "openapi/intake.yaml";

  @GET
  public Response read() {
    return Response.ok(getClass().getClassLoader().getResourceAsStream(FILE), "application/yaml")
        .build();
  }
}
