package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.isonomia.access.Actor;
import org.isonomia.access.application.KeepAccounts;
import org.isonomia.access.application.KeepPasskeys;
import org.isonomia.access.application.OpenVault;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.Row;
import org.isonomia.page.Sure;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** One's own passkeys, and the phrase of the vault. */
@Path("/me/passkeys")
@RequestScoped
public class PasskeysPage {
  /**
   * @param possible whether this installation's address can have passkeys
   * @param demo whether this person has no password to show
   * @param ways what opens the vault
   * @param proposed a phrase that nobody guesses
   * @param done what has just been done; {@code null} for nothing
   */
  public record Model(
      List<KeepPasskeys.Line> passkeys,
      boolean possible,
      boolean demo,
      OpenVault.Ways ways,
      String proposed,
      String done,
      Form form) {}

  @Inject KeepPasskeys passkeys;
  @Inject KeepAccounts accounts;
  @Inject OpenVault vault;
  @Inject Frame frame;

  @GET
  public View show(@QueryParam("done") String done) {
    return page(
        Form.empty(),
        done != null && List.of("added", "removed", "phrase").contains(done) ? done : null);
  }

  private View page(Form form, String done) {
    return View.of(
        "access/passkeys",
        new Model(
            passkeys.mine(),
            passkeys.isPossible(),
            accounts.isDemo(),
            vault.ways(),
            vault.propose(),
            done,
            form));
  }

  /** What the authenticator is asked; the script sends this, and then the form. */
  @POST
  @Path("/question")
  public Response question(Form form) {
    try {
      return json(200, passkeys.begin(form.value("name"), form.value("secret")));
    } catch (Problem refused) {
      var key =
          refused.kind() == Problem.Kind.TOO_MANY
              ? "access.signIn.busy"
              : refused.errors().stream().findFirst().map(e -> e.code()).orElseThrow(() -> refused);
      return json(422, Json.createObjectBuilder().add("error", frame.t(key)).build().toString());
    }
  }

  static Response json(int status, String text) {
    return Response.status(status).entity(text).type(MediaType.APPLICATION_JSON_TYPE).build();
  }

  @POST
  public Object add(Form form) {
    try {
      passkeys.add(form.value("name"), form.value("answer"), form.value("reckoned"));
      return Redirect.to("/me/passkeys?done=added").build();
    } catch (Problem refused) {
      return again(form.with("secret"), refused);
    }
  }

  private View again(Form form, Problem refused) {
    if (refused.errors().isEmpty()) {
      throw refused;
    }
    refused.errors().forEach(error -> form.error(error.pointer(), error.code()));
    return page(form, null).status(422);
  }

  @POST
  @Path("/{id: \\d{1,18}}/remove")
  public Object remove(@PathParam("id") long id, Form form) {
    if (form.has(Sure.FIELD, "yes")) {
      passkeys.remove(id);
      return Redirect.to("/me/passkeys?done=removed").build();
    }
    if (!Actor.current().isSignedIn()) {
      throw Problem.unauthenticated();
    }
    return View.of(
        "page/sure",
        new Sure(
            frame.t("access.passkey.remove.title"),
            List.of(frame.t("access.passkey.remove.lead")),
            frame.t("access.passkey.remove.button"),
            "/me/passkeys/" + id + "/remove",
            List.<Row>of(),
            "/me/passkeys"));
  }

  /** Another phrase on the same key. */
  @POST
  @Path("/phrase")
  public Object changePhrase(Form form) {
    try {
      vault.change(form.value("old"), form.value("phrase"), form.value("again"));
      return Redirect.to("/me/passkeys?done=phrase").build();
    } catch (Problem refused) {
      return again(form.with("old"), refused);
    }
  }
}
