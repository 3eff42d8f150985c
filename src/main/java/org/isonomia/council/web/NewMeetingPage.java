package org.isonomia.council.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import org.isonomia.council.application.PlanMeeting;
import org.isonomia.council.application.SeeCouncil;
import org.isonomia.council.domain.MeetingMode;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** The secretary plans a meeting. */
@Path("/council/meetings/new")
@RequestScoped
public class NewMeetingPage {
  public record Model(Form form, List<MeetingMode> modes) {}

  @Inject PlanMeeting planMeeting;
  @Inject SeeCouncil council;

  @GET
  public View show() {
    planMeeting.ask();
    council.handle();
    return page(Form.empty().with("mode", MeetingMode.ONSITE.name()));
  }

  @POST
  public Object plan(Form form) {
    try {
      var number =
          planMeeting.handle(
              new PlanMeeting.Command(
                  form.date("day").orElse(null),
                  time(form.stripped("time")),
                  form.value("place"),
                  form.value("link"),
                  Answers.code(MeetingMode.class, form.value("mode"))));
      return Redirect.to("/council/meetings/" + number).build();
    } catch (Problem refused) {
      Answers.put(refused, form);
      return page(form).status(422);
    }
  }

  /** 16:00, 16.00 or 16; {@code null} when it is no time. */
  static LocalTime time(String typed) {
    if (!typed.matches("\\d{1,2}([:.]\\d{2})?")) {
      return null;
    }
    var parts = typed.split("[:.]");
    try {
      return LocalTime.of(
          Integer.parseInt(parts[0]), parts.length == 1 ? 0 : Integer.parseInt(parts[1]));
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  private static View page(Form form) {
    return View.of("council/new-meeting", new Model(form, List.of(MeetingMode.values())));
  }
}
