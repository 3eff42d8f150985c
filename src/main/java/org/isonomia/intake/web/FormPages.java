package org.isonomia.intake.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.isonomia.evidence.Evidence;
import org.isonomia.evidence.ReceiveFiles;
import org.isonomia.intake.application.Crimes;
import org.isonomia.intake.application.FileDraft;
import org.isonomia.intake.application.KeepDraft;
import org.isonomia.intake.application.Notices;
import org.isonomia.intake.application.Questionnaires;
import org.isonomia.intake.application.SeeWhetherOpen;
import org.isonomia.intake.domain.Answers;
import org.isonomia.intake.domain.Field;
import org.isonomia.intake.domain.Questionnaire;
import org.isonomia.intake.domain.Step;
import org.isonomia.intake.web.Paced.Route;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.PageFaults;
import org.isonomia.page.Redirect;
import org.isonomia.page.Row;
import org.isonomia.page.View;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;

/**
 * The filing journey: one question a page, saved on Continue, nothing lost by Back, by another
 * language, by a mistake or by a database that is away for a moment. Without JavaScript.
 */
@Path(Language.PATH + "/form")
public class FormPages {
  private static final String FILES = "/form/files";

  /** Hidden field: a sealed copy of the draft. */
  private static final String CARRIED = "kept";

  @Inject Frame frame;
  @Inject KeepDraft drafts;
  @Inject SeeWhetherOpen whetherOpen;
  @Inject FileDraft fileDraft;
  @Inject Uploads uploads;
  @Inject Cookies cookies;
  @Inject Contact contact;
  @Inject Questionnaires questionnaires;
  @Inject Crimes crimes;
  @Inject AppClock clock;

  @GET
  public Object begin() {
    return Redirect.to(address(questionnaires.current().first())).build();
  }

  @GET
  @Path("/{step}")
  public Object show(
      @PathParam("step") String path,
      @QueryParam("from") String from,
      @QueryParam("anew") String anew,
      @CookieParam(Cookies.DRAFT) String token) {
    if (!whetherOpen.isOpen()) {
      return Redirect.to(frame.link("/")).build();
    }
    var open = open(token);
    if (open.isPresent() && open.get().number() != null) {
      if (step(path, questionnaires.current()).page() == Step.Page.CHECK) {
        return Redirect.to(frame.link("/form/done")).build(); // Back after sending
      }
      open = Optional.empty();
    }
    var questions = questions(open);
    var step = step(path, questions);
    var answers = open.map(KeepDraft.Open::answers).orElseGet(Answers::none);
    if (step.page() == Step.Page.CHECK) {
      return open.isEmpty() ? gone() : check(open.get(), false, false, false);
    }
    if (!questions.applies(step, answers)) {
      return Redirect.to(address(questions.after(step, answers))).build();
    }
    return View.of(
        "intake/" + template(step),
        page(
                questions,
                step,
                from,
                carrying(Form.of(answers.values()), open),
                answers,
                files(open),
                false)
            .gone((open.isEmpty() || anew != null) && isFurther(questions, step)));
  }

  /** Beyond the first question nobody comes without answers, unless they are gone. */
  private static boolean isFurther(Questionnaire questions, Step step) {
    return questions.steps(Answers.none()).stream()
        .filter(Step::asks)
        .findFirst()
        .filter(first -> step.page() != Step.Page.NOTICE && !first.equals(step))
        .isPresent();
  }

  @POST
  @Paced(Route.ANSWERS)
  @Path("/{step}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object save(
      @PathParam("step") String path,
      @QueryParam("from") String from,
      @CookieParam(Cookies.DRAFT) String token,
      Form form) {
    var live = again(token, form);
    var answer =
        step(path, questionnaires.current()).page() == Step.Page.CHECK
            ? send(live, form)
            : save(path, from, form, live);
    return Objects.equals(live, token) ? answer : withCookie(answer, live);
  }

  /** Of a draft that had to make room for others', the page that was sent carries a copy. */
  private String again(String token, Form form) {
    try {
      return drafts.again(token, form.value(CARRIED));
    } catch (RuntimeException fault) {
      if (!PageFaults.databaseAway(fault)) {
        throw fault;
      }
      return token; // what follows tells it, with everything typed
    }
  }

  private Object save(String path, String from, Form form, String token) {
    var before = Answers.none();
    var questions = questionnaires.current();
    var step = questions.first();
    try {
      var found = open(token);
      var open = found.filter(o -> o.number() == null);
      questions = questions(open);
      step = step(path, questions);
      before = open.map(KeepDraft.Open::answers).orElseGet(Answers::none);
      if (!questions.applies(step, before)) {
        return Redirect.to(address(questions.after(step, before))).build();
      }
      var typed = Journey.typed(step, form, before);
      var answers = before.with(typed);
      var leaves =
          form.has(Press.NAME, Press.SWITCH)
              || form.has(Press.NAME, Press.BACK)
              || form.has(Press.NAME, Press.LATER);
      if (token == null && Journey.isEmpty(typed) && !form.has(Press.NAME, Press.LATER)) {
        // nothing to keep yet
        if (leaves) {
          return Redirect.to(elsewhere(questions, step, form, from, before)).build();
        }
        if (step.page() == Step.Page.NOTICE) {
          return Redirect.to(next(questions, step, before, from)).build();
        }
      }
      if (!leaves) {
        Journey.check(step, form, answers, clock.today());
      }
      String kept = null;
      try {
        kept = drafts.save(token, typed);
      } catch (Problem tooMuch) {
        Journey.check(step, form, answers, clock.today());
        // what is too long to keep is shown again with its error; any other refusal is told
        if (tooMuch.kind() != Problem.Kind.TOO_LARGE || !form.hasErrors()) {
          throw tooMuch;
        }
      }
      if (form.hasErrors()) {
        carrying(form, open);
        var view =
            View.of(
                    "intake/" + template(step),
                    page(questions, step, from, form, answers, List.of(), false))
                .status(422);
        return kept == null || kept.equals(token) ? view : withCookie(view, kept);
      }
      String next =
          leaves
              ? elsewhere(questions, step, form, from, answers)
              : next(questions, step, answers, from);
      if (token != null
          && !token.isEmpty()
          && found.isPresent() == open.isPresent() // who has sent one begins another knowingly
          && open(token).isEmpty()
          && isFurther(questions, step)) {
        // what was said before is not there any more, and nobody should find that out at the end
        next += (next.contains("?") ? "&" : "?") + "anew=1";
      }
      return Redirect.to(next).cookie(cookies.set(Cookies.DRAFT, kept)).build();
    } catch (RuntimeException fault) {
      if (!PageFaults.databaseAway(fault)) {
        throw fault;
      }
      return away(
          View.of(
              "intake/" + template(step),
              page(questions, step, from, form, before, List.of(), true)));
    }
  }

  /** Files and the button beside them come as multipart; everything else is a plain form. */
  @POST
  @Paced(Route.FILES)
  @Path("/files")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Object upload(
      @Context HttpServletRequest request,
      @QueryParam("from") String from,
      @CookieParam(Cookies.DRAFT) String token) {
    var form = Form.empty();
    try {
      if (token == null) {
        return gone();
      }
      if (open(token).isEmpty()) {
        return uploadAgain(request, from, token);
      }
      if (open(token).filter(o -> o.number() == null).isEmpty()) {
        return gone();
      }
      if (AskedAgain.isTooFast(request)) {
        uploads.readOnly(request, form);
        form.error(ReceiveFiles.FIELD, "intake.wrong.too-fast");
        return files(token, form).status(429);
      }
      var pressed = uploads.take(request, token, promised(token), form);
      if (form.hasErrors()) {
        return files(token, form).status(422);
      }
      return Redirect.to(
              pressed.equals("add") ? frame.link(FILES) + query(from) : afterFiles(token, from))
          .build();
    } catch (RuntimeException fault) {
      if (!PageFaults.databaseAway(fault)) {
        throw fault;
      }
      return away(
          View.of(
              "intake/files",
              page(
                  questionnaires.current(),
                  filesStep(questionnaires.current()),
                  from,
                  form,
                  Answers.none(),
                  List.of(),
                  true)));
    }
  }

  /**
   * The draft had to make room: its words come back from the page, its files must be added again.
   */
  private Object uploadAgain(HttpServletRequest request, String from, String token) {
    var sent = Form.empty();
    var pressed = uploads.readOnly(request, sent);
    var live = drafts.again(token, sent.value(CARRIED));
    if (live.equals(token)) {
      return gone();
    }
    if (sent.hasErrors() || pressed.equals("add")) {
      var form = Form.empty();
      form.error(ReceiveFiles.FIELD, "intake.files.again");
      return withCookie(files(live, form).status(422), live);
    }
    return withCookie(Redirect.to(afterFiles(live, from)).build(), live);
  }

  private Response gone() {
    return Redirect.to(frame.link("/") + "?gone=1").build();
  }

  // an address of its own for one method of /files needs it for the others, too: the path is
  // matched first
  @GET
  @Path("/files")
  public Object showFiles(
      @QueryParam("from") String from, @CookieParam(Cookies.DRAFT) String token) {
    return show("files", from, null, token);
  }

  /** The buttons that remove a file. */
  @POST
  @Paced(Route.FILES)
  @Path("/files")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object saveFiles(
      @QueryParam("from") String from, @CookieParam(Cookies.DRAFT) String token, Form form) {
    if (token == null || open(token).isEmpty()) {
      return gone();
    }
    if (!form.isBlank("remove")) {
      drafts.detach(token, number(form.stripped("remove")));
      return Redirect.to(frame.link(FILES) + query(from)).build();
    }
    if (!form.isBlank("said")) {
      var question = form.value("promised");
      drafts.sayPromised(
          token,
          number(form.stripped("said")),
          promised(token).contains(question) ? question : null);
      return Redirect.to(frame.link(FILES) + query(from)).build();
    }
    return Redirect.to(afterFiles(token, from)).build();
  }

  /** Text keys of the questions whose answer promised a file. */
  private List<String> promised(String token) {
    var open = open(token);
    return questions(open)
        .promised(open.map(KeepDraft.Open::answers).orElseGet(Answers::none))
        .stream()
        .map(Field::text)
        .toList();
  }

  private Object send(String token, Form form) {
    Optional<KeepDraft.Open> open = Optional.empty();
    try {
      open = open(token);
      if (open.isEmpty()) {
        return gone();
      }
      if (open.get().number() != null) {
        return Redirect.to(frame.link("/form/done")).build();
      }
      // a field no person sees; who fills it is asked to look again, and nothing is lost
      if (!form.isBlank("website")) {
        return check(open.get(), true, true, false).status(422);
      }
      var journey = new Journey(questions(open));
      if (!journey.unfinished(open.get().answers(), clock.today()).isEmpty()) {
        return check(open.get(), true, false, false).status(422);
      }
      var language = frame.language().tag();
      fileDraft.handle(new FileDraft.Command(token, answers -> journey.said(answers, language)));
      return Redirect.to(frame.link("/form/done")).build();
    } catch (Problem refusal) {
      if (refusal.code().equals("too-quick")) {
        return check(open.orElseThrow(() -> refusal), true, true, false).status(422);
      }
      if (refusal.code().equals(Evidence.GONE_MEANWHILE)) {
        // a file was removed while the report was sent: they see what there is now, and send again
        return check(open(token).orElseThrow(() -> refusal), true, false, true).status(409);
      }
      throw refusal;
    } catch (RuntimeException fault) {
      if (!PageFaults.databaseAway(fault) || open.isEmpty()) {
        throw fault;
      }
      return away(check(open.get(), true, false, true));
    }
  }

  private View check(KeepDraft.Open open, boolean tried, boolean quick, boolean retry) {
    var answers = open.answers();
    var t = frame.t();
    var questions = questions(Optional.of(open));
    var journey = new Journey(questions);
    var formal = journey.isFormal(answers);
    var unfinished =
        journey.unfinished(answers, clock.today()).stream()
            .map(
                step ->
                    Row.of(
                        t.t("intake." + step.text() + ".title"),
                        null,
                        address(step) + "?from=check"))
            .toList();
    var all =
        Summary.rows(questions, answers, open.files(), t, step -> address(step) + "?from=check");
    var page =
        new CheckPage(
            all.stream().filter(row -> row.value() != null).toList(),
            all.stream().filter(row -> row.value() == null).toList(),
            unfinished,
            questions.before(questions.check(), answers).map(this::address).orElseThrow(),
            !"no".equals(answers.text("danger")),
            quick,
            retry,
            formal,
            "CONFIDENTIAL".equals(answers.text("identity")),
            tried,
            contact,
            crimes.passedOn(),
            Notices.version(formal ? "COMPLAINT_KPA" : "SIGNAL"),
            open.carried(),
            Stream.concat(
                    questions.promised(answers).stream()
                        .filter(
                            field ->
                                open.files().stream()
                                    .noneMatch(file -> field.text().equals(file.promised())))
                        .map(
                            field ->
                                Row.of(
                                    t.t(promised(field, formal, !open.files().isEmpty())),
                                    address(filesStep(questions)) + "?from=check",
                                    address(questions.stepOf(field.name())) + "?from=check")),
                    questions.hindering(answers).stream()
                        .filter(field -> formal)
                        .map(
                            field ->
                                Row.of(
                                    t.t("intake." + field.text() + ".hinders.check"),
                                    null,
                                    address(questions.stepOf(field.name())) + "?from=check")))
                .toList());
    return View.of("intake/check", page);
  }

  /**
   * What is said of a promised file before sending, while the person says of none that it is it.
   * What is missing hinders a formal matter (art. 221 KPA), but no signal.
   */
  private static String promised(Field field, boolean formal, boolean files) {
    return "intake."
        + field.text()
        + ".promised."
        + (files ? "among" : formal ? "checkFormal" : "check");
  }

  private static Form carrying(Form form, Optional<KeepDraft.Open> open) {
    return open.map(draft -> form.with(CARRIED, draft.carried())).orElse(form);
  }

  private View files(String token, Form form) {
    var open = open(token);
    var answers = open.map(KeepDraft.Open::answers).orElseGet(Answers::none);
    var questions = questions(open);
    return View.of(
        "intake/files",
        page(
            questions,
            filesStep(questions),
            null,
            carrying(form, open),
            answers,
            files(open),
            false));
  }

  private StepPage page(
      Questionnaire questions,
      Step step,
      String from,
      Form form,
      Answers answers,
      List<KeepDraft.FileEntry> files,
      boolean retry) {
    var steps = questions.steps(answers);
    return new StepPage(
        step,
        form,
        step.fields(answers).stream().map(Question::new).toList(),
        files,
        steps.indexOf(step) + 1,
        steps.size(),
        questions.before(step, answers).map(this::address).orElse(frame.link("/")),
        "check".equals(from),
        "yes".equals(answers.text("danger")) && !step.equals(questions.stepOf("danger")),
        retry,
        contact,
        crimes.passedOn(),
        step.page() == Step.Page.FILES
            ? questions.promised(answers).stream().map(Field::text).toList()
            : List.of(),
        false);
  }

  /**
   * Where the buttons lead that save without asking whether all is right: the same question in the
   * language of the address, the question before, or the code for another day.
   */
  private String elsewhere(
      Questionnaire questions, Step step, Form form, String from, Answers answers) {
    if (form.has(Press.NAME, Press.LATER)) {
      return frame.link("/later?step=" + step.path());
    }
    return form.has(Press.NAME, Press.BACK)
        ? questions.before(step, answers).map(this::address).orElse(frame.link("/"))
        : address(step) + query(from);
  }

  private String next(Questionnaire questions, Step step, Answers answers, String from) {
    if (!"check".equals(from)) {
      return address(questions.after(step, answers));
    }
    var next = new Journey(questions).afterChange(step, answers);
    return address(next) + (next.asks() ? query(from) : "");
  }

  private String afterFiles(String token, String from) {
    var open = open(token);
    var questions = questions(open);
    var answers = open.map(KeepDraft.Open::answers).orElseGet(Answers::none);
    return address(
        "check".equals(from) ? questions.check() : questions.after(filesStep(questions), answers));
  }

  /** The questions a draft was begun with; for a new one, those in force. */
  private Questionnaire questions(Optional<KeepDraft.Open> open) {
    return questionnaires.of(open.map(KeepDraft.Open::questionnaire).orElse(null));
  }

  private static Step filesStep(Questionnaire questions) {
    return questions.step("files").orElseThrow(NotFoundException::new);
  }

  private Optional<KeepDraft.Open> open(String token) {
    return token == null || token.isEmpty() ? Optional.empty() : drafts.find(token);
  }

  private static List<KeepDraft.FileEntry> files(Optional<KeepDraft.Open> open) {
    return open.map(KeepDraft.Open::files).orElseGet(List::of);
  }

  private String address(Step step) {
    return frame.link("/form/" + step.path());
  }

  private static String query(String from) {
    return "check".equals(from) ? "?from=check" : "";
  }

  private static String template(Step step) {
    return switch (step.page()) {
      case NOTICE -> "notice";
      case FILES -> "files";
      default -> "step";
    };
  }

  /** A page that only another version of the questions has leads to the check. */
  private Step step(String path, Questionnaire questions) {
    return questions
        .step(path)
        .orElseGet(
            () ->
                questionnaires.all().stream()
                    .filter(version -> version.step(path).isPresent())
                    .map(version -> questions.check())
                    .findFirst()
                    .orElseThrow(NotFoundException::new));
  }

  private static long number(String typed) {
    return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
  }

  private Object withCookie(Object answer, String token) {
    var response =
        answer instanceof View view
            ? Response.status(view.status()).entity(view)
            : Response.fromResponse((Response) answer);
    return response.cookie(cookies.set(Cookies.DRAFT, token)).build();
  }

  private static Object away(View view) {
    return Response.status(503).header("Retry-After", "10").entity(view.status(503)).build();
  }
}
