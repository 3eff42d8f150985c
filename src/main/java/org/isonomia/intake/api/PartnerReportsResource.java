package org.isonomia.intake.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isonomia.intake.application.FileForPartner;
import org.isonomia.intake.application.Questionnaires;
import org.isonomia.intake.domain.BearerToken;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;

/** A partner institution files a report with its key; described in {@code /api/openapi.yaml}. */
@Path("/api/partner/reports")
@Produces(MediaType.APPLICATION_JSON)
public class PartnerReportsResource {
  private static final Pattern BEARER = Pattern.compile("Bearer +([A-Za-z0-9_-]{20,100})");

  /** Whether the person knows of it and agrees. */
  private static final String PERSON_CONSENTS = "X-Person-Consents";

  @Inject FileForPartner fileForPartner;
  @Inject Questionnaires questionnaires;
  @Inject AppClock clock;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response file(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @HeaderParam(ReportsResource.IDEMPOTENCY_KEY) String idempotencyKey,
      @HeaderParam(PERSON_CONSENTS) String personConsents,
      InputStream body)
      throws IOException {
    var key = key(authorization);
    // whoever has no key is not told what is wrong with a report either
    fileForPartner.recognise(key);
    if (idempotencyKey == null || !ReportsResource.KEY.matcher(idempotencyKey).matches()) {
      throw Problem.unreadable("idempotency-key-unfit");
    }
    var bytes = JsonBody.bytes(body);
    var said = ReportBody.ofPartner(bytes, clock.today(), questionnaires.current());
    var filed =
        fileForPartner.handle(
            new FileForPartner.Command(
                key,
                said,
                "yes".equals(personConsents),
                idempotencyKey,
                // whether the person agrees belongs to what was sent
                BearerToken.sha256(
                    (personConsents + " " + BearerToken.sha256(bytes)).getBytes(UTF_8)),
                ReportsResource.secret(bytes)));
    return ReportsResource.created(filed.number(), filed.receipt(), filed.acknowledgement());
  }

  /** The key of the header; {@code null} when there is none that could be one. */
  private static String key(String authorization) {
    Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization.strip());
    return bearer.matches() ? bearer.group(1) : null;
  }
}
