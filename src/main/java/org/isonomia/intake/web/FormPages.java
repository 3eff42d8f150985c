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
import java.util.Optional;
import org.isonomia.intake.application.FileDraft;
import org.isonomia.intake.application.KeepDraft;
import org.isonomia.intake.application.SeeWhetherOpen;
import org.isonomia.intake.domain.Answers;
import org.isonomia.intake.domain.Codes;
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
  @Inject Frame frame;
  @Inject KeepDraft drafts;
  @Inject SeeWhetherOpen whetherOpen;
  @Inject FileDraft fileDraft;
  @Inject Uploads uploads;
  @Inject Cookies cookies;
  @Inject Contact contact;
  @Inject AppClock clock;

  @GET
  public Object begin() {
    return Redirect.to(address(Step.NOTICE)).build();
  }

  @GET
  @Path("/{step}")
  public Object show(
      @PathParam("step") String path,
      @QueryParam("from") String from,
      @CookieParam(Cookies.DRAFT) String token) {
    if (!whetherOpen.isOpen()) {
      return Redirect.to(frame.link("/")).build();
    }
    var step = step(path);
    var open = open(token);
    if (open.isPresent() && open.get().number() != null) {
      if (step == Step.CHECK) {
        return Redirect.to(frame.link("/form/done")).build(); // Back after sending
      }
      open = Optional.empty();
    }
    var answers = open.map(KeepDraft.Open::answers).orElseGet(Answers::none);
    if (step == Step.CHECK) {
      return open.isEmpty()
          ? Redirect.to(frame.link("/") + "?gone=1").build()
          : check(open.get(), false, false, false);
    }
    if (!step.appliesTo(answers)) {
      return Redirect.to(address(step.after(Answers.none()))).build();
    }
    return View.of(
        "intake/" + template(step),
        page(step, from, Form.of(answers.values()), answers, files(open), false));
  }

  @POST
  @Path("/{step}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object save(
      @PathParam("step") String path,
      @QueryParam("from") String from,
      @CookieParam(Cookies.DRAFT) String token,
      Form form) {
    var step = step(path);
    if (step == Step.CHECK) {
      return send(token, form);
    }
    var before = Answers.none();
    try {
      before = open(token).map(KeepDraft.Open::answers).orElseGet(Answers::none);
      var typed = Journey.typed(step, form, before);
      var answers = before.with(typed);
      var leaves = form.has(Press.NAME, Press.SWITCH) || form.has(Press.NAME, Press.BACK);
      if (leaves && token == null && Journey.isEmpty(typed)) {
        return Redirect.to(elsewhere(step, form, from, before)).build(); // nothing to keep yet
      }
      if (!leaves) {
        Journey.check(step, form, answers, clock.today());
      }
      String kept = null;
      try {
        kept = drafts.save(token, typed, Journey.dropped(step, form));
      } catch (Problem tooMuch) {
        Journey.check(step, form, answers, clock.today());
        // what is too long to keep is shown again with its error; any other refusal is told
        if (tooMuch.kind() != Problem.Kind.TOO_LARGE || !form.hasErrors()) {
          throw tooMuch;
        }
      }
      if (form.hasErrors()) {
        var view =
            View.of("intake/" + template(step), page(step, from, form, answers, List.of(), false))
                .status(422);
        return kept == null || kept.equals(token) ? view : withCookie(view, kept);
      }
      var next =
          leaves
              ? elsewhere(step, form, from, answers)
              : address(
                  "check".equals(from) && step != Step.YOU ? Step.CHECK : step.after(answers));
      return Redirect.to(next).cookie(cookies.set(Cookies.DRAFT, kept)).build();
    } catch (RuntimeException fault) {
      if (!PageFaults.databaseAway(fault)) {
        throw fault;
      }
      return away(
          View.of("intake/" + template(step), page(step, from, form, before, List.of(), true)));
    }
  }

  /** Files and the button beside them come as multipart; everything else is a plain form. */
  @POST
  @Path("/files")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Object upload(
      @Context HttpServletRequest request,
      @QueryParam("from") String from,
      @CookieParam(Cookies.DRAFT) String token) {
    var form = Form.empty();
    try {
      if (token == null || open(token).filter(o -> o.number() == null).isEmpty()) {
        return Redirect.to(frame.link("/") + "?gone=1").build();
      }
      var pressed = uploads.take(request, token, form);
      if (form.hasErrors()) {
        return files(token, form).status(422);
      }
      return Redirect.to(
              pressed.equals("add")
                  ? address(Step.FILES) + query(from)
                  : next(Step.FILES, token, from))
          .build();
    } catch (RuntimeException fault) {
      if (!PageFaults.databaseAway(fault)) {
        throw fault;
      }
      return away(
          View.of("intake/files", page(Step.FILES, from, form, Answers.none(), List.of(), true)));
    }
  }

  // an address of its own for one method of /files needs it for the others, too: the path is
  // matched first
  @GET
  @Path("/files")
  public Object showFiles(
      @QueryParam("from") String from, @CookieParam(Cookies.DRAFT) String token) {
    return show(Step.FILES.path, from, token);
  }

  /** The buttons that remove a file. */
  @POST
  @Path("/files")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object saveFiles(
      @QueryParam("from") String from, @CookieParam(Cookies.DRAFT) String token, Form form) {
    if (token == null || open(token).isEmpty()) {
      return Redirect.to(frame.link("/") + "?gone=1").build();
    }
    if (!form.isBlank("remove")) {
      drafts.detach(token, number(form.stripped("remove")));
      return Redirect.to(address(Step.FILES) + query(from)).build();
    }
    return Redirect.to(next(Step.FILES, token, from)).build();
  }

  private Object send(String token, Form form) {
    Optional<KeepDraft.Open> open = Optional.empty();
    try {
      open = open(token);
      if (open.isEmpty()) {
        return Redirect.to(frame.link("/") + "?gone=1").build();
      }
      if (open.get().number() != null) {
        return Redirect.to(frame.link("/form/done")).build();
      }
      // a field no person sees; who fills it is asked to look again, and nothing is lost
      if (!form.isBlank("website")) {
        return check(open.get(), true, true, false).status(422);
      }
      if (!Journey.unfinished(open.get().answers(), clock.today()).isEmpty()) {
        return check(open.get(), true, false, false).status(422);
      }
      var language = frame.language().tag();
      fileDraft.handle(new FileDraft.Command(token, answers -> Journey.said(answers, language)));
      return Redirect.to(frame.link("/form/done")).build();
    } catch (Problem refusal) {
      if (refusal.code().equals("too-quick")) {
        return check(open.orElseThrow(() -> refusal), true, true, false).status(422);
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
    var unfinished =
        Journey.unfinished(answers, clock.today()).stream()
            .map(
                step ->
                    Row.of(
                        t.t("intake." + step.path + ".title"), null, address(step) + "?from=check"))
            .toList();
    var page =
        new CheckPage(
            Summary.rows(answers, open.files(), t, step -> address(step) + "?from=check"),
            unfinished,
            address(Step.CONTACT),
            "yes".equals(answers.text("danger")),
            quick,
            retry,
            !Step.isAnonymous(answers)
                && answers.text("requested") != null
                && Codes.isFormal(answers.text("requested")),
            tried);
    return View.of("intake/check", page);
  }

  private View files(String token, Form form) {
    var open = open(token);
    var answers = open.map(KeepDraft.Open::answers).orElseGet(Answers::none);
    return View.of("intake/files", page(Step.FILES, null, form, answers, files(open), false));
  }

  private StepPage page(
      Step step,
      String from,
      Form form,
      Answers answers,
      List<KeepDraft.FileEntry> files,
      boolean retry) {
    var steps = Step.of(answers);
    return new StepPage(
        step,
        form,
        step.fields(answers),
        files,
        steps.indexOf(step) + 1,
        steps.size(),
        step.before(answers).map(this::address).orElse(frame.link("/")),
        "check".equals(from),
        "yes".equals(answers.text("danger")) && step != Step.SAFE,
        retry,
        contact);
  }

  /**
   * Where the buttons lead that save without asking whether all is right: the same question in the
   * language of the address, or the question before.
   */
  private String elsewhere(Step step, Form form, String from, Answers answers) {
    return form.has(Press.NAME, Press.BACK)
        ? step.before(answers).map(this::address).orElse(frame.link("/"))
        : address(step) + query(from);
  }

  private String next(Step step, String token, String from) {
    var answers = open(token).map(KeepDraft.Open::answers).orElseGet(Answers::none);
    return address("check".equals(from) ? Step.CHECK : step.after(answers));
  }

  private Optional<KeepDraft.Open> open(String token) {
    return token == null || token.isEmpty() ? Optional.empty() : drafts.find(token);
  }

  private static List<KeepDraft.FileEntry> files(Optional<KeepDraft.Open> open) {
    return open.map(KeepDraft.Open::files).orElseGet(List::of);
  }

  private String address(Step step) {
    return frame.link("/form/" + step.path);
  }

  private static String query(String from) {
    return "check".equals(from) ? "?from=check" : "";
  }

  private static String template(Step step) {
    return switch (step) {
      case NOTICE -> "notice";
      case FILES -> "files";
      default -> "step";
    };
  }

  private static Step step(String path) {
    return Step.of(path).orElseThrow(NotFoundException::new);
  }

  private static long number(String typed) {
    return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
  }

  private Object withCookie(View view, String token) {
    return Response.status(view.status())
        .entity(view)
        .cookie(cookies.set(Cookies.DRAFT, token))
        .build();
  }

  private static Object away(View view) {
    return Response.status(503).header("Retry-After", "10").entity(view.status(503)).build();
  }
}
