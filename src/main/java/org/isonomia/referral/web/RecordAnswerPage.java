package org.isonomia.referral.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.referral.application.FindReferrals;
import org.isonomia.referral.application.FindReferrals.Detail;
import org.isonomia.referral.application.RecordAnswer;
import org.isonomia.referral.domain.Vocabulary;
import org.isonomia.shared.Problem;

/** Writing down what a partner said by letter or telephone. */
@Path("/referral/referrals" + ReferralsPage.NUMBER + "/record-answer")
@RequestScoped
public class RecordAnswerPage {
  /**
   * @param answers what may still be said: after a yes only a result
   */
  public record Question(
      Detail detail, Form form, List<String> answers, List<String> reasons, List<String> results) {}

  @Inject FindReferrals find;
  @Inject RecordAnswer record;

  @PathParam("number")
  String number;

  @GET
  public View show() {
    var question = question(Form.empty());
    if (!question.detail().status().isReadByPartner()) {
      throw Problem.conflict("referral-closed");
    }
    return View.of("referral/record-answer", question);
  }

  @POST
  public Object save(Form form) {
    try {
      record.handle(
          new RecordAnswer.Command(
              new ReferralNumber(number),
              form.value("answer"),
              form.value("reason"),
              form.value("result"),
              form.value("text")));
      return Redirect.to("/referral/referrals/" + number).build();
    } catch (Problem refused) {
      if (refused.kind() != Problem.Kind.INVALID) {
        throw refused;
      }
      refused.errors().forEach(error -> form.error(error.pointer(), error.code()));
      return View.of("referral/record-answer", question(form)).status(422);
    }
  }

  private Question question(Form form) {
    var detail = find.one(new ReferralNumber(number));
    var answers = detail.status().awaitsResult() ? List.of("RESULT") : RecordAnswer.ANSWERS;
    if (answers.size() == 1) {
      form.with("answer", "RESULT");
    }
    return new Question(detail, form, answers, Vocabulary.DECLINE_REASONS, Vocabulary.RESULTS);
  }
}
