package org.isonomia.referral.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Set;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.referral.application.DecideOnSilence;
import org.isonomia.referral.application.FindReferrals;
import org.isonomia.referral.application.FindReferrals.Detail;
import org.isonomia.shared.Problem;

/** The page of the user task {@code decideOnSilence}. */
@Path("/referral/referrals" + ReferralsPage.NUMBER + "/decide-on-silence")
@RequestScoped
public class DecideOnSilencePage {
  /** What is asked, about which referral. */
  public record Question(Detail detail, Form form) {}

  @Inject FindReferrals find;
  @Inject DecideOnSilence decide;

  @PathParam("number")
  String number;

  @GET
  public View show() {
    var detail = find.one(new ReferralNumber(number));
    if (!"decide-on-silence".equals(detail.task())) {
      throw Problem.conflict("task-not-open");
    }
    return View.of("referral/decide-on-silence", new Question(detail, Form.empty()));
  }

  @POST
  public Object decide(Form form) {
    decide.ask();
    var answer = form.value("waitOn");
    if (!Set.of("yes", "no").contains(answer)) {
      var detail = find.one(new ReferralNumber(number));
      form.error("waitOn", "referral.error.waitOn");
      return View.of("referral/decide-on-silence", new Question(detail, form)).status(422);
    }
    decide.handle(new DecideOnSilence.Command(new ReferralNumber(number), answer.equals("yes")));
    return Redirect.to("/referral/referrals/" + number).build();
  }
}
