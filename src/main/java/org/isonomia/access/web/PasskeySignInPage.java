package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.isonomia.access.application.KeepPasskeys;
import org.isonomia.page.Form;

/** Sign in with a passkey: what is asked, and the answer. */
@Path("/sign-in/passkey")
@RequestScoped
public class PasskeySignInPage {
  @Inject KeepPasskeys passkeys;
  @Inject SignInPage signInPage;

  @POST
  @Path("/question")
  public Response question(Form form) {
    return PasskeysPage.json(200, passkeys.ask());
  }

  @POST
  public Object answer(Form form) {
    var then = SignInPage.local(form.value("then"));
    var result = passkeys.signIn(form.value("answer"), form.value("reckoned"), signInPage.device());
    return switch (result.outcome()) {
      case IN -> signInPage.enter(result.entered(), then);
      case UNKNOWN -> refused("access.passkey.error.unknown", then);
      case COPIED -> refused("access.passkey.error.copied", then);
    };
  }

  private Object refused(String key, String then) {
    return signInPage.page(Form.empty().error("passkey", key), then).status(422);
  }
}
