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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.isonomia.intake.OwnReport;
import org.isonomia.intake.application.CorrectReport;
import org.isonomia.intake.application.CorrectReport.Now;
import org.isonomia.intake.application.OpenMailbox;
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
import org.isonomia.page.Texts;
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

  /** Hidden field: the questions of which the person has read that they will be closed. */
  private static final String SURE = "sure";

  @Inject Frame frame;
  @Inject Behind behind;
  @Inject CorrectReport correct;
  @Inject OwnReport own;
  @Inject ReadReports reports;
  @Inject OpenMailbox mailbox;
  @Inject AppClock clock;

  /**
   * A question with its answer as it stands.
   *
   * @param key part of the text keys of the page
   * @param heading in words, where not the page's own
   * @param earlier what stood there before: label is the question and until when
   * @param danger whether the person said to be in danger now
   * @param opensOthers whether another answer may open questions and close others
   * @param closing questions that were answered and that the answer in the form closes: nothing is
   *     saved before the person has read so. Label is the question, value the name of its field
   * @param meanwhile what stands there now, where it was corrected elsewhere since the page was
   *     opened
   * @param stood mark of the answers that were shown
   * @param answered whether there is something to correct, and not only a question to answer
   * @param saved whether the answer before was just saved and opened this question
   */
  public record Correcting(
      String path,
      String key,
      String heading,
      Form form,
      List<Question> fields,
      List<Row> earlier,
      boolean danger,
      boolean opensOthers,
      List<Row> closing,
      List<Row> meanwhile,
      String stood,
      boolean answered,
      boolean saved) {
    /** Whether the only field's words are the heading of the page. */
    public boolean single() {
      return Question.areAlone(fields) && heading == null;
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
  public Object ask(
      @CookieParam(Cookies.VISIT) String token,
      @PathParam("step") String path,
      @QueryParam("done") String done) {
    return behind.shown(
        token,
        number -> {
          var now = correct.now(number);
          return step(path, now)
              .<Object>map(
                  step -> page(number, step, now, Form.of(now.answers().values()), done != null))
              .orElseGet(this::list);
        });
  }

  @POST
  @Paced
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
                  form -> page(number, step, now, form, false),
                  form -> correct(number, step, now, form))
              .before(Form.of(now.answers().values()))
              .wrong((refusal, form) -> wrong(step, refusal, form))
              .back(AT);
        });
  }

  private Object correct(CaseNumber number, Step step, Now now, Form form) {
    var typed = typed(step, form, now);
    var after = now.answers().with(typed);
    Journey.check(step, form, after, clock.today());
    if (form.hasErrors()) {
      return page(number, step, now, inOwnWords(frame.t(), form), false).status(422);
    }
    // what was said is never taken out of sight before the person has read so
    var closed = now.questions().closed(now.answers(), after).stream().map(Field::name).toList();
    if (!form.values(SURE).containsAll(closed)) {
      return page(number, step, now, form.with(SURE, closed), false);
    }
    var journey = new Journey(now.questions());
    var stood = form.value(Press.STOOD);
    Set<String> changed;
    try {
      changed =
          correct.handle(
              new CorrectReport.Command(
                  number,
                  frame.language().tag(),
                  typed,
                  answers -> journey.said(answers, frame.language().tag()),
                  answers -> stood.isEmpty() || stood.equals(mark(step, answers))));
    } catch (Problem refusal) {
      return refused(number, step, form, refusal);
    }
    // a question that this answer opened was never asked
    var opened = opened(now.questions(), now.answers(), after);
    if (opened.isPresent()) {
      return Redirect.to(address(opened.get()) + "?done=1").build();
    }
    return Redirect.to(frame.link(AT) + (changed.isEmpty() ? "" : "?done=1")).build();
  }

  /** Nothing was saved, and nothing that was typed is lost. */
  private Object refused(CaseNumber number, Step step, Form form, Problem refusal) {
    var now = correct.now(number);
    switch (refusal.code()) {
      case "answer-changed" -> {
        var standing = Form.of(form.values()).with(Press.STOOD, mark(step, now.answers()));
        var rows = new ArrayList<Row>();
        for (var field : step.fields()) {
          var question = new Question(field);
          rows.add(
              Row.of(
                  Summary.label(step, question, frame.t()),
                  Summary.value(question, now.answers(), frame.t())));
        }
        return page(number, step, now, standing, rows, false).status(409);
      }
      case "corrections-full", "mailbox-full" -> {
        form.error(step.fields().get(0).name(), "intake.correct.wrong." + refusal.code());
        return page(number, step, now, form, false).status(429);
      }
      default -> throw refusal;
    }
  }

  /** Of what the page shows, so that nobody overwrites what they have not seen. */
  static String mark(Step step, Answers answers) {
    var words = new StringBuilder();
    for (var field : step.fields()) {
      for (var input : field.inputs()) {
        words.append(input).append('=').append(answers.all(input)).append('\n');
      }
    }
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(words.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What can be done about a mistake differs where the report was filed already. */
  static Form inOwnWords(Texts t, Form form) {
    var told = Form.of(form.values());
    for (var error : form.errors()) {
      var own = error.key().replace("intake.wrong.", "intake.correct.wrong.");
      told.error(error.field(), t.has(own) ? own : error.key(), error.args().toArray());
    }
    return told;
  }

  private static Map<String, List<String>> typed(Step step, Form form, Now now) {
    var typed = new LinkedHashMap<>(Journey.typed(step, form, now.answers()));
    if (form.has("unsure", "yes") && typed.containsKey("date-day")) {
      // who is not sure any more has no day
      List.of("date-day", "date-month", "date-year").forEach(part -> typed.put(part, List.of()));
    }
    return typed;
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

  private View page(CaseNumber number, Step step, Now now, Form form, boolean saved) {
    return page(number, step, now, form, List.of(), saved);
  }

  private View page(
      CaseNumber number, Step step, Now now, Form form, List<Row> meanwhile, boolean saved) {
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
            "yes".equals(now.answers().text("danger")),
            step.fields().stream().anyMatch(f -> now.questions().opensOthers(f.name())),
            form.isBlank(SURE) ? List.of() : closing(step, now, form),
            meanwhile,
            form.isBlank(Press.STOOD) ? mark(step, now.answers()) : form.value(Press.STOOD),
            names.stream()
                .flatMap(name -> now.questions().field(name).orElseThrow().inputs().stream())
                .anyMatch(input -> now.answers().text(input) != null),
            saved));
  }

  private List<Row> closing(Step step, Now now, Form form) {
    var questions = now.questions();
    return questions.closed(now.answers(), now.answers().with(typed(step, form, now))).stream()
        .map(
            field ->
                Row.of(
                    Summary.label(questions.stepOf(field.name()), new Question(field), frame.t()),
                    field.name()))
        .toList();
  }

  private View report(CaseNumber number, boolean done) {
    var now = correct.now(number);
    var files =
        reports.files(number).stream()
            .filter(file -> file.message() == null)
            .map(org.isonomia.intake.Reports.FileEntry::name)
            .toList();
    var offered =
        OwnCasePages.offered(
            mailbox.standing(number).matters(), reports.facts(number).identityMode());
    var corrected = own.corrections(number);
    BiFunction<String, Row, Row> of =
        (field, row) -> noted(frame.t(), corrected, field, elsewhere(offered, field, row));
    return View.of(
        "intake/report",
        new ReportPage(
            Summary.filed(now, files, false, frame.t(), this::address, of),
            Summary.filed(now, files, true, frame.t(), this::address, of),
            Summary.unanswered(now, frame.t(), this::address, of),
            done,
            "yes".equals(now.answers().text("danger"))));
  }

  /** Beside the answer, when it was corrected last: not only for whoever unfolds the versions. */
  static Row noted(Texts t, List<OwnReport.Corrected> corrected, String field, Row row) {
    return corrected.stream()
        .filter(c -> c.field().equals(field))
        .map(OwnReport.Corrected::at)
        .max(Comparator.naturalOrder())
        .map(at -> row.noting(t.t("intake.report.corrected", "date", t.shortDate(at))))
        .orElse(row);
  }

  /** What is no correction but an act of its own, while that act is still possible. */
  private Row elsewhere(OwnCasePages.Offered offered, String field, Row row) {
    return switch (field) {
      case "identity" ->
          offered.disclose()
              ? row.by(frame.t("intake.own.identity"), frame.link("/mailbox/own/who"))
              : row;
      case "requested" ->
          offered.formal()
              ? row.by(frame.t("intake.own.formal"), frame.link("/mailbox/own/letter"))
              : row;
      default -> row;
    };
  }

  private Response list() {
    return Redirect.to(frame.link(AT)).build();
  }

  private String address(Step step) {
    return frame.link(AT + "/" + step.path());
  }
}
