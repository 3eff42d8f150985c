package org.isonomia.intake.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.isonomia.intake.Mailbox.Kind;
import org.isonomia.intake.Mailbox.Question;
import org.isonomia.intake.application.AnswerQuestions;
import org.isonomia.intake.application.MailboxVisit;
import org.isonomia.intake.application.OpenMailbox;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.Redirect;
import org.isonomia.page.Texts;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * Questions of the office, answered in fields, on a page of their own: nothing that is sent beside
 * them can make half an answer disappear.
 */
@Path(Language.PATH + "/mailbox/answers")
public class AnswerPages {
  private static final String OPEN = "/mailbox/open";

  @Inject Frame frame;
  @Inject MailboxVisit visits;
  @Inject OpenMailbox openMailbox;
  @Inject AnswerQuestions answerQuestions;

  /** The questions that wait. */
  public record Asking(Form form, List<Asked> asked) {
    @Override
    public String toString() {
      return "Asking";
    }
  }

  /**
   * A question that waits for an answer.
   *
   * @param kind TEXT, YES_NO, DATE, CHOICE
   * @param field name of its field
   * @param choices only where there is something to choose
   */
  public record Asked(
      String field, String kind, String language, String words, List<Choice> choices) {
    @Override
    public String toString() {
      return "Asked";
    }
  }

  @GET
  public Object read(@CookieParam(Cookies.VISIT) String token) {
    return visits.find(token).map(number -> page(number, Form.empty())).orElseGet(this::ended);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object answer(@CookieParam(Cookies.VISIT) String token, Form form) {
    var number = visits.find(token);
    if (number.isEmpty()) {
      return EnterPage.waiting(form, "answers");
    }
    if (Press.shows(form) || Press.leavesUnsent(form, Form.empty())) {
      return page(number.get(), form);
    }
    if (form.has(Press.NAME, Press.BACK)) {
      return open("");
    }
    var answers = new LinkedHashMap<Long, String>();
    for (var question : openMailbox.questions(number.get())) {
      var field = field(question);
      if (question.answer() == null) {
        if (question.kind() == Kind.DATE && Journey.isYearShort(form, field)) {
          form.error(field, "intake.wrong.year");
        }
        answers.put(
            question.id(), question.kind() == Kind.DATE ? date(form, field) : form.value(field));
      }
    }
    try {
      answerQuestions.handle(
          new AnswerQuestions.Command(number.get(), frame.language().tag(), answers));
      return open("?done=answered");
    } catch (Problem refusal) {
      if (refusal.errors().isEmpty()) {
        throw refusal;
      }
      var first = answers.keySet().stream().findFirst().map(id -> "q-" + id).orElse("text");
      refusal
          .errors()
          .forEach(
              e ->
                  form.error(
                      e.pointer().equals("answers") ? first : e.pointer(),
                      "intake.questions.wrong." + e.code()));
      return page(number.get(), form);
    }
  }

  /** The questions, or the mailbox when there are none (any more). */
  private Object page(CaseNumber number, Form form) {
    var t = frame.t();
    var asked =
        openMailbox.questions(number).stream()
            .filter(question -> question.answer() == null)
            .map(question -> asked(t, question))
            .toList();
    return asked.isEmpty()
        ? open("")
        : View.of("intake/answers", new Asking(form, asked)).status(form);
  }

  private static String field(Question question) {
    return "q-" + question.id();
  }

  /** As ISO, or what was typed where it is no date. */
  private static String date(Form form, String field) {
    return form.isDateBlank(field)
        ? ""
        : form.date(field).map(LocalDate::toString).orElse("nonsense");
  }

  private static Asked asked(Texts t, Question question) {
    var choices =
        switch (question.kind()) {
          case YES_NO ->
              List.of("YES", "NO", "UNKNOWN").stream()
                  .map(code -> Choice.of(code, t.t("intake.questions." + code)))
                  .toList();
          case CHOICE -> question.choices().stream().map(c -> Choice.of(c, c)).toList();
          case TEXT, DATE -> List.<Choice>of();
        };
    return new Asked(
        field(question), question.kind().name(), question.language(), question.words(), choices);
  }

  private Response open(String query) {
    return Redirect.to(frame.link(OPEN) + query).build();
  }

  private Response ended() {
    return Redirect.to(frame.link("/mailbox") + "?ended=1").build();
  }
}
