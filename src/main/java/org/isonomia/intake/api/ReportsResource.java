package org.isonomia.intake.api;

import static org.isonomia.shared.OneJsonProvider.JSON;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.isonomia.intake.application.FileReport;
import org.isonomia.intake.application.FileReportOnce;
import org.isonomia.intake.application.Notices;
import org.isonomia.intake.application.Questionnaires;
import org.isonomia.intake.domain.AcknowledgementCode;
import org.isonomia.intake.domain.BearerToken;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** Files a report over REST; a public contract, described in {@code /api/openapi.yaml}. */
@Path("/api/reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /** Where the number of an acknowledgement is checked; it is typed there, never in the address. */
  static final String VERIFY = "/verify";

  static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,198}[\\x21-\\x7E])?");

  @Inject FileReport fileReport;
  @Inject FileReportOnce fileReportOnce;
  @Inject AppClock clock;
  @Inject Questionnaires questionnaires;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response file(@HeaderParam(IDEMPOTENCY_KEY) String idempotencyKey, InputStream body)
      throws IOException {
    if (idempotencyKey != null && !KEY.matcher(idempotencyKey).matches()) {
      throw Problem.unreadable("idempotency-key-unfit");
    }
    var bytes = JsonBody.bytes(body);
    var said = ReportBody.read(bytes, clock.today(), questionnaires.current());
    var command =
        // what the sender's own pages showed is not known here
        new FileReport.Command(said, Receipt.make(), Notices.NOT_GIVEN, List.of());
    if (idempotencyKey == null) {
      return created(fileReport.acknowledged(command));
    }
    var filed =
        fileReportOnce.handle(
            new FileReportOnce.Command(
                command,
                // a key of a resident is never one of an institution or of the desk
                "resident " + idempotencyKey,
                BearerToken.sha256(bytes),
                secret(bytes)));
    return created(filed);
  }

  private static Response created(FileReportOnce.Filed filed) {
    return created(filed.number(), filed.receipt(), filed.acknowledgement());
  }

  /**
   * @param acknowledgement number that anybody can have checked
   */
  static Response created(CaseNumber number, Receipt receipt, AcknowledgementCode acknowledgement) {
    // no Location: an address must not be the way to somebody's report, the receipt is
    var answer =
        JSON.createObjectBuilder()
            .add("caseNumber", number.value())
            .add("receipt", receipt.digits())
            .add("acknowledgement", acknowledgement.grouped())
            // where it is checked is the same for everybody and holds no number
            .add("verifyAt", VERIFY);
    return Response.status(Response.Status.CREATED)
        .header("Cache-Control", "no-store")
        .entity(answer.build().toString())
        .build();
  }

  /** A second hash of the body, which nothing stores. */
  static String secret(byte[] body) {
    var marked = java.util.Arrays.copyOf(body, body.length + 1);
    marked[body.length] = 1;
    return BearerToken.sha256(marked);
  }
}
