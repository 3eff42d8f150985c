package org.isonomia.intake.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.isonomia.intake.OwnReport;
import org.isonomia.intake.application.CorrectReport;
import org.isonomia.intake.application.CorrectReport.Now;
import org.isonomia.intake.application.ReadReports;
import org.isonomia.intake.domain.Answers;
import org.isonomia.intake.domain.Field;
import org.isonomia.intake.domain.Questionnaire;
import org.isonomia.intake.domain.Step;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.Redirect;
import org.isonomia.page.Row;
import org.isonomia.page.View;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * One's own report, readable and correctable: each answer leads to the very question it was given
 * to, of the version it was asked with.
 */
@Path(Language.PATH + CorrectPages.AT)
public class CorrectPages {
  static final String AT = "/mailbox/text";

  @Inject Frame frame;
  @Inject Behind behind;
  @Inject CorrectReport correct;
  @Inject OwnReport own;
  @Inject ReadReports reports;
  @Inject AppClock clock;

  /**
   * A question with its answer as it stands.
   *
   * @param key part of the text keys of the page
   * @param heading in words, where not the page's own
   * @param earlier what stood there before: label is the question and until when
   * @param danger whether the person said to be in danger now
   */
  public record Correcting(
      String path,
      String key,
      String heading,
      Form form,
      List<Question> fields,
      List<Row> earlier,
      boolean danger) {
    /** Whether the only field's words are the heading of the page. */
    public boolean single() {
      return fields.size() == 1 && heading == null;
    }

    @Override
    public String toString() {
      return "Correcting";
    }
  }

  /** All answers, each with the way to its question. */
  @GET
  public Object read(@CookieParam(Cookies.VISIT) String token, @QueryParam("done") String done) {
    return behind.shown(token, number -> report(number, done != null));
  }

  @GET
  @Path("/{step}")
  public Object ask(@CookieParam(Cookies.VISIT) String token, @PathParam("step") String path) {
    return behind.shown(
        token,
        number -> {
          var now = correct.now(number);
          return step(path, now)
              .<Object>map(step -> page(number, step, now, Form.of(now.answers().values())))
              .orElseGet(this::list);
        });
  }

  @POST
  @Path("/{step}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object correct(
      @CookieParam(Cookies.VISIT) String token, @PathParam("step") String path, Form sent) {
    return behind.sent(
        token,
        sent,
        EnterPage.CORRECT + path,
        number -> {
          var now = correct.now(number);
          var found = step(path, now);
          if (found.isEmpty()) {
            return Behind.Page.of(form -> list(), form -> list());
          }
          var step = found.get();
          return Behind.Page.of(
                  form -> page(number, step, now, form), form -> correct(number, step, now, form))
              .before(Form.of(now.answers().values()))
              .wrong((refusal, form) -> wrong(step, refusal, form))
              .back(AT);
        });
  }

  private Object correct(CaseNumber number, Step step, Now now, Form form) {
    var typed = new LinkedHashMap<>(Journey.typed(step, form, now.answers()));
    if (form.has("unsure", "yes") && typed.containsKey("date-day")) {
      // who is not sure any more has no day
      List.of("date-day", "date-month", "date-year").forEach(part -> typed.put(part, List.of()));
    }
    Journey.check(step, form, now.answers().with(typed), clock.today());
    if (form.hasErrors()) {
      return page(number, step, now, form).status(422);
    }
    var journey = new Journey(now.questions());
    var changed =
        correct.handle(
            new CorrectReport.Command(
                number,
                frame.language().tag(),
                typed,
                answers -> journey.said(answers, frame.language().tag())));
    // a question that this answer opened was never asked
    var opened = opened(now.questions(), now.answers(), now.answers().with(typed));
    if (opened.isPresent()) {
      return Redirect.to(address(opened.get())).build();
    }
    return Redirect.to(frame.link(AT) + (changed.isEmpty() ? "" : "?done=1")).build();
  }

  private static Optional<Step> opened(Questionnaire questions, Answers before, Answers after) {
    return questions.steps(after).stream()
        .filter(step -> step.asks() && !questions.applies(step, before))
        .filter(step -> !correctable(step, after).isEmpty())
        .findFirst();
  }

  /** What the page itself did not see: a rule of the whole report. */
  private static void wrong(Step step, Problem refusal, Form form) {
    var first = step.fields().get(0).name();
    refusal
        .errors()
        .forEach(
            e ->
                form.error(
                    Journey.field(e.pointer())
                        .filter(name -> step.fields().stream().anyMatch(f -> f.name().equals(name)))
                        .orElse(first),
                    "intake.wrong.choice"));
  }

  /** The page of a question that was asked, with what can be corrected on it. */
  private static Optional<Step> step(String path, Now now) {
    return now.questions()
        .step(path)
        .filter(step -> step.asks() && now.questions().applies(step, now.answers()))
        .map(
            step ->
                new Step(
                    step.path(),
                    step.text(),
                    step.page(),
                    step.when(),
                    correctable(step, now.answers())))
        .filter(step -> !step.fields().isEmpty());
  }

  static List<Field> correctable(Step step, Answers answers) {
    return step.fields(answers).stream()
        .filter(
            field ->
                !CorrectReport.ELSEWHERE.contains(field.name()) || field.name().equals("unsure"))
        .toList();
  }

  private View page(CaseNumber number, Step step, Now now, Form form) {
    var t = frame.t();
    var whole = now.questions().step(step.path()).orElseThrow(NotFoundException::new);
    var names = step.fields().stream().map(Field::name).toList();
    return View.of(
        "intake/correct",
        new Correcting(
            step.path(),
            "intake." + step.text(),
            // where what the title asks is decided elsewhere, the title would mislead
            whole.fields(now.answers()).size() == step.fields().size()
                ? null
                : t.t("intake.correct.person"),
            form,
            step.fields().stream().map(Question::new).toList(),
            own.corrections(number).stream()
                .filter(c -> names.contains(c.field()))
                .map(
                    c ->
                        Row.of(
                            t.t(
                                "intake.correct.until",
                                "field",
                                c.label(t),
                                "at",
                                t.dateTime(c.at())),
                            c.before() == null ? t.t("intake.correct.nothing") : c.words(t)))
                .toList(),
            now.answers().text("danger") != null && "yes".equals(now.answers().text("danger"))));
  }

  private View report(CaseNumber number, boolean done) {
    var now = correct.now(number);
    var files =
        reports.files(number).stream()
            .filter(file -> file.message() == null)
            .map(org.isonomia.intake.Reports.FileEntry::name)
            .toList();
    return View.of(
        "intake/report",
        new ReportPage(
            Summary.filed(now, files, false, frame.t(), this::address),
            Summary.filed(now, files, true, frame.t(), this::address),
            Summary.unanswered(now, frame.t(), this::address),
            done,
            "yes".equals(now.answers().text("danger"))));
  }

  private Response list() {
    return Redirect.to(frame.link(AT)).build();
  }

  private String address(Step step) {
    return frame.link(AT + "/" + step.path());
  }
}
