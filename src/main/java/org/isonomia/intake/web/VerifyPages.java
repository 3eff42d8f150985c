package org.isonomia.intake.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.intake.application.Acknowledge;
import org.isonomia.intake.application.WrongAcknowledgements;
import org.isonomia.intake.domain.AcknowledgementCode;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.PageFaults;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/**
 * Anybody may ask whether an acknowledgement is ours: the answer is the day on which it was issued,
 * or that we issued no such one. The number is sent in a form, never in an address.
 */
@Path(Language.PATH + "/verify")
public class VerifyPages {
  /**
   * @param form field {@code code}
   * @param answered whether a number was looked up
   * @param issuedOn {@code null} when there is no such number
   */
  public record VerifyPage(Form form, boolean answered, LocalDate issuedOn) {}

  @Inject Frame frame;
  @Inject Acknowledge acknowledge;
  @Inject WrongAcknowledgements wrong;

  @GET
  public View show() {
    return View.of("intake/verify", new VerifyPage(Form.empty(), false, null));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object verify(Form form) {
    if (form.has(Press.NAME, Press.SWITCH)) {
      return View.of("intake/verify", new VerifyPage(form, false, null));
    }
    var typed = form.value("code");
    var code = AcknowledgementCode.read(typed);
    if (code.isEmpty()) {
      // a mistake shows in the number itself; nothing is looked up
      if (Receipt.read(typed).isPresent()) {
        return again(Form.empty(), "intake.wrong.verify-receipt", 422); // shown to nobody again
      }
      return again(
          form, "intake.wrong." + (form.isBlank("code") ? "verify-missing" : "verify-typing"), 422);
    }
    try {
      Optional<LocalDate> day = wrong.guard(() -> acknowledge.issuedOn(code.get()));
      return View.of("intake/verify", new VerifyPage(form, true, day.orElse(null)));
    } catch (Problem refusal) {
      if (refusal.kind() != Problem.Kind.TOO_MANY) {
        throw refusal;
      }
      return again(form, "intake.wrong.verify-slow", 429);
    } catch (RuntimeException fault) {
      if (!PageFaults.databaseAway(fault)) {
        throw fault;
      }
      return Response.status(503)
          .header("Retry-After", "10")
          .entity(again(form, "intake.wrong.verify-away", 503))
          .build();
    }
  }

  private static View again(Form form, String key, int status) {
    form.error("code", key);
    return View.of("intake/verify", new VerifyPage(form, false, null)).status(status);
  }
}
