package org.isonomia.intake.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.isonomia.intake.domain.Codes;

/** The public contract, as a file that is written by hand and held to the code by a test. */
@Path("/api/openapi.yaml")
public class ContractResource {
  static final String FILE = "openapi/intake.yaml";

  /** The languages of the file as it is written. */
  private static final String WRITTEN = "[pl, en, uk]";

  @GET
  public Response read() throws IOException {
    try (var stream = getClass().getClassLoader().getResourceAsStream(FILE)) {
      var contract = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      // a further language is data
      return Response.ok(
              contract.replace(WRITTEN, "[" + String.join(", ", Codes.LANGUAGES) + "]"),
              "application/yaml; charset=utf-8")
          .build();
    }
  }
}
