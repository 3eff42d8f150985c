package org.isonomia.partner.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.partner.application.EnrolInstitution;
import org.isonomia.partner.application.EnrolInstitution.Result;
import org.isonomia.partner.application.EnrolInstitution.Standing;
import org.isonomia.shared.Problem;

/** A user of an institution makes its key, and reads its fingerprint out to the office. */
@Path("/partner/enrol")
@RequestScoped
public class EnrolPage {
  /** The question, or how the key stands. */
  public record Page(Standing standing, Form form) {}

  @Inject EnrolInstitution enrol;

  @GET
  public View show() {
    return page(Form.empty());
  }

  @POST
  public Object enrol(Form form) {
    try {
      var result = enrol.handle(form.value("secret"), form.value("pin"));
      if (result == Result.ENROLLED) {
        return Redirect.to("/partner/enrol").build();
      }
      form.error("secret", "partner.enrol.error." + result);
      return page(form.with("pin")).status(422);
    } catch (Problem refused) {
      if (refused.code().equals("already-enrolled")) {
        return Redirect.to("/partner/enrol").build();
      }
      if (refused.code().equals("person-without-key")) {
        form.error("secret", "partner.enrol.error.person-without-key");
        return page(form.with("pin")).status(409);
      }
      throw refused;
    }
  }

  private View page(Form form) {
    return View.of("partner/enrol", new Page(enrol.standing(), form));
  }
}
