package org.isonomia.retention.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.access.Actor;
import org.isonomia.access.Permission;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.retention.application.ProposeDestruction;
import org.isonomia.retention.application.SeeDueCases;
import org.isonomia.shared.Problem;

/** What falls due until a day, and from there a list for a second person. */
@Path("/privacy/retention")
@RequestScoped
public class RetentionPage {
  /**
   * @param form fields {@code until} and {@code archiveDecision}
   */
  public record Model(SeeDueCases.Preview preview, Form form, boolean mayPropose) {}

  @Inject SeeDueCases due;
  @Inject ProposeDestruction propose;

  @GET
  public View see(
      @QueryParam("until-day") String day,
      @QueryParam("until-month") String month,
      @QueryParam("until-year") String year) {
    var form =
        Form.empty().with("until-day", day).with("until-month", month).with("until-year", year);
    return page(form).status(form);
  }

  @POST
  public Object propose(Form form) {
    try {
      var number =
          propose.handle(
              new ProposeDestruction.Command(
                  date(form).orElse(null), form.value("archiveDecision")));
      return Redirect.to("/privacy/retention/lists/" + number).build();
    } catch (Problem refused) {
      if (refused.kind() != Problem.Kind.INVALID) {
        throw refused;
      }
      refused.errors().forEach(error -> form.error(error.pointer(), error.code()));
      return page(form).status(422);
    }
  }

  private View page(Form form) {
    var until = date(form);
    if (until.isEmpty() && !form.isDateBlank("until")) {
      form.error("until", "retention.error.date");
    }
    var preview = due.handle(until.orElse(null));
    if (form.isDateBlank("until")) {
      form.withDate("until", preview.until());
    }
    return View.of(
        "retention/due",
        new Model(preview, form, Permission.PROPOSE_DESTRUCTION.heldBy(Actor.current())));
  }

  private static Optional<LocalDate> date(Form form) {
    return form.date("until");
  }
}
