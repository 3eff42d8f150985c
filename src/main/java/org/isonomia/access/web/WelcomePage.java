package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.isonomia.access.application.KeepAccounts;
import org.isonomia.access.domain.OneTimeLink.Purpose;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/**
 * Behind a one-time link: the first administrator makes an account, an invited person a password.
 */
@Path("/welcome/{token}")
@RequestScoped
public class WelcomePage {
  /**
   * @param first whether this is the first administrator, who also chooses login and name
   */
  public record Model(Form form, String token, boolean first) {}

  @Inject KeepAccounts accounts;
  @Inject SignInPage signInPage;
  @Inject Frame frame;

  @PathParam("token")
  String token;

  @GET
  public View show() {
    return page(Form.empty());
  }

  @POST
  public Object accept(Form form) {
    try {
      var session =
          accounts.purposeOf(token) == Purpose.FIRST_ADMINISTRATOR
              ? accounts.becomeFirstAdministrator(
                  token,
                  form.value("login"),
                  form.value("name"),
                  frame.language().tag(),
                  form.value("password"),
                  form.value("again"),
                  signInPage.device())
              : accounts.accept(
                  token, form.value("password"), form.value("again"), signInPage.device());
      return signInPage.enter(session, "");
    } catch (Problem refused) {
      if (refused.errors().isEmpty()) {
        throw refused;
      }
      refused.errors().forEach(error -> form.error(error.pointer(), error.code()));
      return page(form.with("password").with("again")).status(422);
    }
  }

  private View page(Form form) {
    return View.of(
        "access/welcome",
        new Model(form, token, accounts.purposeOf(token) == Purpose.FIRST_ADMINISTRATOR));
  }
}
