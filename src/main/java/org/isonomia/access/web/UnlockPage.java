package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.isonomia.access.Actor;
import org.isonomia.access.application.OpenVault;
import org.isonomia.access.application.SignIn;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.Row;
import org.isonomia.page.Sure;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** Who came in without a key opens their vault, or chooses the phrase that will. */
@Path("/unlock")
@RequestScoped
public class UnlockPage {
  /**
   * @param proposed a phrase that nobody guesses, on request; else {@code null}
   */
  public record Model(OpenVault.Ways ways, String proposed, String then, Form form) {}

  @Inject OpenVault vault;
  @Inject SignInPage signInPage;
  @Inject SessionCookie cookie;
  @Inject Frame frame;
  @Context HttpHeaders headers;

  @GET
  public Object show(@QueryParam("then") String then) {
    return vault.isNeeded()
        ? page(Form.empty(), SignInPage.local(then))
        : Redirect.to(SignInPage.local(then).isEmpty() ? "/me" : SignInPage.local(then)).build();
  }

  private View page(Form form, String then) {
    var ways = vault.ways();
    return View.of(
        "access/unlock", new Model(ways, ways.choose() ? vault.propose() : null, then, form));
  }

  @POST
  public Object open(Form form) {
    var then = SignInPage.local(form.value("then"));
    var token = cookie.token(headers.getCookies());
    try {
      return enter(
          vault.ways().choose()
              ? vault.choose(token, form.value("phrase"), form.value("again"))
              : vault.open(token, form.value("phrase")),
          then);
    } catch (Problem refused) {
      if (refused.kind() == Problem.Kind.TOO_MANY) {
        return page(form.with("phrase").with("again").error("phrase", "access.signIn.busy"), then)
            .status(429);
      }
      if (refused.errors().isEmpty()) {
        throw refused;
      }
      refused.errors().forEach(error -> form.error(error.pointer(), error.code()));
      return page(form.with("phrase").with("again"), then).status(422);
    }
  }

  private Response enter(SignIn.Entered entered, String then) {
    return cookie
        .enter(Redirect.to(then.isEmpty() ? signInPage.home(entered) : then), entered)
        .build();
  }

  /** The key ends; the next page asks for a new phrase. */
  @POST
  @Path("/forgotten")
  public Object forgotten(Form form) {
    if (form.has(Sure.FIELD, "yes")) {
      vault.forget(cookie.token(headers.getCookies()));
      return Redirect.to("/unlock").build();
    }
    if (!Actor.current().isSignedIn()) {
      throw Problem.unauthenticated();
    }
    return View.of(
        "page/sure",
        new Sure(
            frame.t("access.unlock.forgotten.title"),
            List.of(frame.t("access.unlock.forgotten.lead")),
            frame.t("access.unlock.forgotten.button"),
            "/unlock/forgotten",
            List.<Row>of(),
            "/unlock"));
  }
}
