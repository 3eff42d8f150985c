package org.isonomia.intake.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.isonomia.intake.application.DraftByCode;
import org.isonomia.intake.application.KeepDraft;
import org.isonomia.intake.application.Questionnaires;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.domain.Step;
import org.isonomia.intake.web.Paced.Route;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.PageFaults;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;

/** An unfinished report is left for another day, with a code, and found again. */
@Path(Language.PATH + "/later")
public class LaterPages {
  @Inject Frame frame;
  @Inject KeepDraft drafts;
  @Inject DraftByCode byCode;
  @Inject Questionnaires questionnaires;
  @Inject Cookies cookies;
  @Inject AppClock clock;

  @GET
  public Object show(@QueryParam("step") String step, @CookieParam(Cookies.DRAFT) String token) {
    var open = unfinished(token);
    if (open.isEmpty()) {
      return gone();
    }
    return View.of(
        "intake/later", new LaterPage(back(step, open.get()), null, open.get().hasCode()));
  }

  /** Then shown by a page of its own: a reload makes no second code. */
  @POST
  @Paced(Route.ANSWERS)
  public Object make(@QueryParam("step") String step, @CookieParam(Cookies.DRAFT) String token) {
    var open = unfinished(token);
    if (open.isEmpty()) {
      return gone();
    }
    byCode.make(token);
    return Redirect.to(frame.link("/later/code") + query(step, open.get())).build();
  }

  @GET
  @Path("/code")
  public Object code(@QueryParam("step") String step, @CookieParam(Cookies.DRAFT) String token) {
    var open = unfinished(token);
    if (open.isEmpty()) {
      return gone();
    }
    return byCode
        .of(token)
        .<Object>map(
            code -> View.of("intake/later", new LaterPage(back(step, open.get()), code, false)))
        .orElseGet(() -> Redirect.to(frame.link("/later") + query(step, open.get())).build());
  }

  /** Takes the answers off this device; the code leads back to them. */
  @POST
  @Paced(Route.ANSWERS)
  @Path("/leave")
  public Object leave(@CookieParam(Cookies.DRAFT) String token) {
    var kept = unfinished(token).filter(KeepDraft.Open::hasCode).isPresent();
    if (token != null) {
      drafts.leave(token);
    }
    return Redirect.to(frame.link("/") + (kept ? "?kept=1" : ""))
        .cookie(cookies.end(Cookies.DRAFT))
        .build();
  }

  @GET
  @Path("/open")
  public View enter() {
    return View.of("intake/resume", Form.empty());
  }

  @POST
  @Path("/open")
  public Object open(@CookieParam(Cookies.DRAFT) String before, Form form) {
    if (form.has(Press.NAME, Press.SWITCH)) {
      return View.of("intake/resume", form);
    }
    try {
      var token = Receipt.read(form.value("code")).flatMap(byCode::find);
      if (token.isEmpty()) {
        form.error("code", "intake.wrong.draft-code");
        return View.of("intake/resume", form).status(422);
      }
      if (before != null && !before.isEmpty() && !before.equals(token.get())) {
        drafts.leave(before); // its cookie is replaced, so that Exit could not end it
      }
      return Redirect.to(frame.link("/form/" + where(token.get()).path()))
          .cookie(cookies.set(Cookies.DRAFT, token.get()))
          .build();
    } catch (Problem refusal) {
      if (refusal.kind() != Problem.Kind.TOO_MANY) {
        throw refusal;
      }
      form.error("code", "intake.wrong.draft-code-slow");
      return View.of("intake/resume", form).status(429);
    } catch (RuntimeException fault) {
      if (!PageFaults.databaseAway(fault)) {
        throw fault;
      }
      form.error("code", "intake.wrong.away");
      return Response.status(503)
          .header("Retry-After", "10")
          .entity(View.of("intake/resume", form).status(503))
          .build();
    }
  }

  /** The first question that was never shown or still needs an answer, or the check. */
  private Step where(String token) {
    var open = drafts.find(token).orElseThrow(() -> Problem.conflict("draft-gone"));
    return new Journey(questionnaires.of(open.questionnaire())).goOn(open.answers(), clock.today());
  }

  private Optional<KeepDraft.Open> unfinished(String token) {
    return token == null || token.isEmpty()
        ? Optional.empty()
        : drafts.find(token).filter(open -> open.number() == null);
  }

  private String back(String step, KeepDraft.Open open) {
    return frame.link("/form/" + cameFrom(step, open));
  }

  private String query(String step, KeepDraft.Open open) {
    return "?step=" + cameFrom(step, open);
  }

  /** Only an address of ours: what came in the query is compared, not used. */
  private String cameFrom(String step, KeepDraft.Open open) {
    var questions = questionnaires.of(open.questionnaire());
    return Optional.ofNullable(step).flatMap(questions::step).orElse(questions.check()).path();
  }

  private Response gone() {
    return Redirect.to(frame.link("/") + "?gone=1").build();
  }
}
