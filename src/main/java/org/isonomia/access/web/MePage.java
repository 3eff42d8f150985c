package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.access.application.HoldCeremony;
import org.isonomia.access.application.KeepAccounts;
import org.isonomia.access.application.PassSecondStep;
import org.isonomia.page.Form;
import org.isonomia.page.Language;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** One's own account: roles, what they allow, and the language of the pages. */
@Path("/me")
@RequestScoped
public class MePage {
  /**
   * @param demo whether this person signs in by one click and has no password
   * @param path to the first report; {@code null} when the keys are made, or somebody else makes
   *     them
   */
  public record Model(
      Set<Role> roles,
      List<Permission> may,
      String language,
      List<Language> languages,
      Form password,
      boolean demo,
      PassSecondStep.Mine secondStep,
      HoldCeremony.Path path) {}

  @Inject KeepAccounts accounts;
  @Inject SignInPage signInPage;
  @Inject PassSecondStep secondStep;
  @Inject HoldCeremony ceremony;

  @GET
  public View show() {
    return page(Form.empty());
  }

  /** The new password locks the same key, so nobody has to be let in again. */
  @POST
  @Path("/password")
  public Object changePassword(Form form) {
    try {
      return signInPage.enter(
          accounts.changePassword(
              form.value("old"), form.value("password"), form.value("again"), signInPage.device()),
          "/me");
    } catch (Problem refused) {
      if (refused.errors().isEmpty()) {
        throw refused;
      }
      refused.errors().forEach(error -> form.error(error.pointer(), error.code()));
      return page(form.with("old").with("password").with("again")).status(422);
    }
  }

  /** Another telephone: set up as the first time, with new codes on paper. */
  @POST
  @Path("/second-step")
  public Object changeSecondStep(Form form) {
    try {
      return signInPage.enter(accounts.changeSecondStep(form.value("step-password")), "/me");
    } catch (Problem refused) {
      if (refused.errors().isEmpty()) {
        throw refused;
      }
      refused.errors().forEach(error -> form.error(error.pointer(), error.code()));
      return page(form.with("step-password")).status(422);
    }
  }

  private View page(Form form) {
    var actor = Actor.current();
    if (!actor.isSignedIn()) {
      throw Problem.unauthenticated();
    }
    var may =
        Arrays.stream(Permission.values())
            .filter(p -> !p.roles().isEmpty() && p.heldBy(actor))
            .toList();
    return View.of(
        "access/me",
        new Model(
            actor.roles(),
            may,
            actor.language(),
            List.of(Language.values()),
            form,
            accounts.isDemo(),
            secondStep.mine(),
            ceremony.path().orElse(null)));
  }

  @POST
  public Response readIn(Form form) {
    accounts.readIn(Language.of(form.value("language")).orElse(Language.PL).tag());
    return Redirect.to("/me").build();
  }
}
