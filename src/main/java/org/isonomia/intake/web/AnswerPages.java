package org.isonomia.intake.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.isonomia.intake.Mailbox.Kind;
import org.isonomia.intake.Mailbox.Question;
import org.isonomia.intake.application.AnswerQuestions;
import org.isonomia.intake.application.OpenMailbox;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
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
  @Inject Frame frame;
  @Inject Behind behind;
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
    return behind.shown(token, number -> page(number, Form.empty()));
  }

  @POST
  @Paced
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object answer(@CookieParam(Cookies.VISIT) String token, Form sent) {
    return behind.sent(
        token,
        sent,
        "answers",
        number ->
            Behind.Page.of(form -> page(number, form), form -> answer(number, form))
                .wrong((refusal, form) -> wrong(number, refusal, form)));
  }

  private Object answer(CaseNumber number, Form form) {
    var answers = new LinkedHashMap<Long, String>();
    for (var question : waiting(number)) {
      var field = field(question);
      if (question.kind() == Kind.DATE && Journey.isYearShort(form, field)) {
        form.error(field, "intake.wrong.year");
      }
      answers.put(
          question.id(), question.kind() == Kind.DATE ? date(form, field) : form.value(field));
    }
    answerQuestions.handle(new AnswerQuestions.Command(number, frame.language().tag(), answers));
    return behind.done("answered");
  }

  /** When nothing was answered, the first question says so. */
  private void wrong(CaseNumber number, Problem refusal, Form form) {
    var first = waiting(number).stream().findFirst().map(AnswerPages::field).orElse("text");
    refusal
        .errors()
        .forEach(
            e ->
                form.error(
                    e.pointer().equals("answers") ? first : e.pointer(),
                    "intake.questions.wrong." + e.code()));
  }

  private List<Question> waiting(CaseNumber number) {
    return openMailbox.questions(number).stream()
        .filter(question -> question.answer() == null)
        .toList();
  }

  /** The questions, or the mailbox when there are none (any more). */
  private Object page(CaseNumber number, Form form) {
    var t = frame.t();
    var asked = waiting(number).stream().map(question -> asked(t, question)).toList();
    return asked.isEmpty()
        ? behind.open("")
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
}
