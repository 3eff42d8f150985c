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
import org.isonomia.referral.application.DecideOnMissingResult;
import org.isonomia.referral.application.FindReferrals;
import org.isonomia.referral.application.FindReferrals.Detail;
import org.isonomia.shared.Problem;

/** The page of the user task {@code decideOnMissingResult}. */
@Path("/referral/referrals" + ReferralsPage.NUMBER + "/decide-on-missing-result")
@RequestScoped
public class DecideOnMissingResultPage {
  /** What is asked, about which referral. */
  public record Question(Detail detail, Form form) {}

  @Inject FindReferrals find;
  @Inject DecideOnMissingResult decide;

  @PathParam("number")
  String number;

  @GET
  public View show() {
    var detail = find.one(new ReferralNumber(number));
    if (!"decide-on-missing-result".equals(detail.task())) {
      throw Problem.conflict("task-not-open");
    }
    return View.of("referral/decide-on-missing-result", new Question(detail, Form.empty()));
  }

  @POST
  public Object decide(Form form) {
    decide.ask();
    var answer = form.value("waitOn");
    if (!Set.of("yes", "no").contains(answer)) {
      var detail = find.one(new ReferralNumber(number));
      form.error("waitOn", "referral.error.waitOn");
      return View.of("referral/decide-on-missing-result", new Question(detail, form)).status(422);
    }
    decide.handle(
        new DecideOnMissingResult.Command(new ReferralNumber(number), answer.equals("yes")));
    return Redirect.to("/referral/referrals/" + number).build();
  }
}
