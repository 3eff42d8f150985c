package org.isonomia.intake.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.isonomia.intake.domain.Codes;
import org.isonomia.page.Written;

/** The public contract, as a file that is written by hand and held to the code by a test. */
@Path("/api/openapi.yaml")
public class ContractResource {
  static final String FILE = "openapi/intake.yaml";

  /** The languages of the file as it is written. */
  private static final String OF_PAGES = "[pl, en, uk]";

  /** What somebody may write in, as the file says it: those and any other. */
  private static final String WRITTEN = "[pl, en, uk, und]";

  @GET
  public Response read() throws IOException {
    return Response.ok(written(Codes.LANGUAGES), "application/yaml; charset=utf-8").build();
  }

  /**
   * The contract with the languages of this city: a further one is a line of data. Each is quoted,
   * because YAML reads the tag of Norwegian as "false".
   */
  static String written(Collection<String> languages) throws IOException {
    try (var stream = ContractResource.class.getClassLoader().getResourceAsStream(FILE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .replace(WRITTEN, quoted(Written.with(languages)))
          .replace(OF_PAGES, quoted(languages));
    }
  }

  private static String quoted(Collection<String> languages) {
    return "[\"" + String.join("\", \"", languages) + "\"]";
  }
}
