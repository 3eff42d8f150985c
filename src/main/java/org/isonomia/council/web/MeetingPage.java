package org.isonomia.council.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import org.isonomia.council.application.CancelMeeting;
import org.isonomia.council.application.CloseMeeting;
import org.isonomia.council.application.ConveneMeeting;
import org.isonomia.council.application.MeetingView;
import org.isonomia.council.application.OpenMeeting;
import org.isonomia.council.application.PauseMeeting;
import org.isonomia.council.application.SeeMeeting;
import org.isonomia.council.application.TakeAttendance;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.AppClock;

/** A meeting: who is here, the agenda in order, votes and what was decided. */
@Path("/council/meetings/{number: " + MeetingPage.NUMBER + "}")
@RequestScoped
public class MeetingPage {
  static final String NUMBER = "CM-\\d{4}-\\d{5,9}";

  /**
   * @param today whether this is the meeting's day, or it is past: it can be opened
   */
  public record Model(MeetingView meeting, Rights rights, boolean today) {}

  @Inject SeeMeeting meetings;
  @Inject ConveneMeeting conveneMeeting;
  @Inject OpenMeeting openMeeting;
  @Inject PauseMeeting pauseMeeting;
  @Inject CloseMeeting closeMeeting;
  @Inject CancelMeeting cancelMeeting;
  @Inject TakeAttendance takeAttendance;
  @Inject AppClock clock;

  @GET
  public View show(@PathParam("number") String number) {
    var meeting = meetings.handle(number);
    var today = !meeting.startsAt().atZone(AppClock.CITY).toLocalDate().isAfter(clock.today());
    return View.of("council/meeting", new Model(meeting, Rights.now(), today));
  }

  @POST
  @Path("convene")
  public Response convene(@PathParam("number") String number) {
    conveneMeeting.handle(new ConveneMeeting.Command(number));
    return back(number);
  }

  @POST
  @Path("open")
  public Response open(@PathParam("number") String number) {
    openMeeting.handle(new OpenMeeting.Command(number));
    return back(number);
  }

  @POST
  @Path("pause")
  public Response pause(@PathParam("number") String number) {
    pauseMeeting.handle(new PauseMeeting.Command(number));
    return back(number);
  }

  @POST
  @Path("close")
  public Response close(@PathParam("number") String number) {
    closeMeeting.handle(new CloseMeeting.Command(number));
    return back(number);
  }

  @POST
  @Path("cancel")
  public Response cancel(@PathParam("number") String number) {
    cancelMeeting.handle(new CancelMeeting.Command(number));
    return back(number);
  }

  /** The form carries who was here when it was shown, so that only changes are told. */
  @POST
  @Path("attendance")
  public Response attendance(@PathParam("number") String number, Form form) {
    var arrived = new HashSet<>(form.values("here"));
    arrived.removeAll(form.values("was"));
    var left = new HashSet<>(form.values("was"));
    left.removeAll(form.values("here"));
    takeAttendance.handle(new TakeAttendance.Command(number, arrived, left));
    return back(number);
  }

  private static Response back(String number) {
    return Redirect.to("/council/meetings/" + number).build();
  }
}
