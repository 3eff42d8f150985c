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
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Actor;
import org.isonomia.access.application.KeepAccounts;
import org.isonomia.access.application.KeepKeys;
import org.isonomia.access.application.SignIn;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** Sign in and sign out. In the demo city, one person per role by one click. */
@Path("/")
@RequestScoped
public class SignInPage {
  /**
   * @param people demo people, empty in a real city
   * @param then where the person wanted to go; a path of this application or empty
   */
  public record Model(Form form, List<KeepAccounts.Row> people, String then) {}

  @Inject SignIn signIn;
  @Inject KeepAccounts accounts;
  @Inject KeepKeys keys;
  @Inject SessionCookie cookie;
  @Inject Frame frame;
  @Context HttpHeaders headers;

  @Inject
  @ConfigProperty(name = "isonomia.demo", defaultValue = "false")
  boolean demo;

  @GET
  @Path("sign-in")
  public View show(@QueryParam("then") String then) {
    return page(Form.empty(), local(then));
  }

  @POST
  @Path("sign-in")
  public Object signIn(Form form) {
    var then = local(form.value("then"));
    var demoLogin = form.value("demo");
    Optional<String> token;
    try {
      token =
          demoLogin.isEmpty()
              ? signIn.withPassword(form.value("login"), form.value("password"))
              : signIn.asDemoPerson(demoLogin);
    } catch (Problem busy) {
      if (busy.kind() != Problem.Kind.TOO_MANY) {
        throw busy;
      }
      return page(form.with("password").error("login", "access.signIn.busy"), then).status(429);
    }
    if (token.isEmpty()) {
      return page(form.with("password").error("login", "access.signIn.error"), then).status(422);
    }
    return enter(token.get(), then);
  }

  @POST
  @Path("sign-out")
  public Response signOut() {
    var token = cookie.token(headers.getCookies());
    if (token != null) {
      signIn.signOut(token);
    }
    return Redirect.to("/sign-in")
        .cookie(cookie.gone())
        .header("Clear-Site-Data", "\"cache\", \"storage\"")
        .build();
  }

  Response enter(String token, String then) {
    var home = signIn.resume(token).map(this::home).orElse("/sign-in");
    return Redirect.to(then.isEmpty() ? home : then).cookie(cookie.of(token)).build();
  }

  /** Whoever could be in a team and is in none comes to where it says what to do about it. */
  private String home(SignIn.Resumed session) {
    return session
        .ring()
        .run(
            () ->
                session
                    .actor()
                    .run(
                        () ->
                            keys.isWaiting()
                                ? "/keys"
                                : new SignedInReader(session.actor(), "").home()));
  }

  private View page(Form form, String then) {
    return View.of(
        "access/sign-in", new Model(form, demo ? accounts.demoPeople() : List.of(), then));
  }

  /** Only a path of this application: never another host. */
  static String local(String then) {
    return Optional.ofNullable(then)
        .filter(path -> path.length() < 200 && path.matches("/[A-Za-z0-9][A-Za-z0-9/_.-]*"))
        .orElse("");
  }

  static boolean signedIn() {
    return Actor.current().isSignedIn();
  }
}
