package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.isonomia.access.application.PassSecondStep;
import org.isonomia.access.application.PassSecondStep.Outcome;
import org.isonomia.access.application.PassSecondStep.Shown;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;

/**
 * Between password and session: the code from the telephone, or setting the telephone up. The half
 * session's cookie opens this page and nothing else.
 */
@Path("/sign-in/{step: code|enrol-code}")
@RequestScoped
public class CodePage {
  /**
   * @param groups the secret in groups of four letters; {@code null} for somebody who has one
   * @param qr the same for a camera
   */
  public record Model(Form form, String then, String groups, Qr qr) {}

  /**
   * @param codes for paper, shown this once
   * @param next where the person goes on
   */
  public record Paper(List<String> codes, String next) {}

  @Inject PassSecondStep secondStep;
  @Inject SignInPage signInPage;
  @Inject SessionCookie cookie;
  @Context HttpHeaders headers;

  static String address(String then) {
    return "/sign-in/code" + (then.isEmpty() ? "" : "?then=" + SignInPage.encoded(then));
  }

  /** Whoever is at the wrong one of the two addresses is led to the other. */
  @GET
  public Object show(@PathParam("step") String step, @QueryParam("then") String then) {
    var shown = shown();
    if (shown == null) {
      return over();
    }
    var local = SignInPage.local(then);
    var right = shown.isEnrolling() ? "enrol-code" : "code";
    return step.equals(right)
        ? page(shown, Form.empty(), local)
        : Redirect.to(address(local).replaceFirst("/code", "/" + right)).build();
  }

  @POST
  public Object pass(Form form) {
    var token = cookie.half(headers.getCookies());
    var shown = shown();
    if (shown == null) {
      return over();
    }
    var then = SignInPage.local(form.value("then"));
    if (form.isBlank("code")) {
      return page(shown, form.error("code", "access.code.error.empty"), then).status(422);
    }
    var result = secondStep.handle(token, form.stripped("code"), signInPage.visit());
    if (result.outcome() == Outcome.OVER) {
      return over();
    }
    if (result.outcome() == Outcome.LATER) {
      var seconds = result.pause().toSeconds() + 1;
      return page(
              shown,
              form.with("code").error("code", "access.code.error.later", "count", seconds),
              then)
          .status(429);
    }
    if (result.outcome() == Outcome.WRONG) {
      return page(shown, form.with("code").error("code", "access.code.error.wrong"), then)
          .status(422);
    }
    if (result.paper().isEmpty()) {
      return signInPage.enter(result.entered(), then);
    }
    var next = then.isEmpty() ? signInPage.home(result.entered()) : then;
    signInPage.leaveBefore();
    return cookie
        .enter(
            Response.ok(View.of("access/paper-codes", new Paper(result.paper(), next))),
            result.entered())
        .build();
  }

  private Shown shown() {
    var token = cookie.half(headers.getCookies());
    return token == null ? null : secondStep.show(token).orElse(null);
  }

  private static View page(Shown shown, Form form, String then) {
    return shown.isEnrolling()
        ? View.of(
            "access/enrol-code",
            new Model(
                form,
                then,
                shown.letters().replaceAll("(.{4})(?=.)", "$1 "),
                Qr.of(shown.address())))
        : View.of("access/code", new Model(form, then, null, null));
  }

  /** Too late or too often wrong: the password is asked again, and why is said. */
  private static Response over() {
    return Redirect.to("/sign-in?again=yes").build();
  }
}
