package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Actor;
import org.isonomia.access.application.KeepAccounts;
import org.isonomia.access.application.KeepKeys;
import org.isonomia.access.application.KeepPasskeys;
import org.isonomia.access.application.PassSecondStep;
import org.isonomia.access.application.SignIn;
import org.isonomia.access.application.SingleSignOn;
import org.isonomia.access.domain.Session.State;
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
   * @param again whether the time for a code is over, or too many were wrong
   * @param sso whether the city's single sign-on is offered
   * @param passkeys whether this installation's address can have passkeys
   */
  public record Model(
      Form form,
      List<KeepAccounts.Row> people,
      String then,
      boolean again,
      boolean passkeys,
      SingleSignOn.Offer sso) {}

  private static final Pattern LOCAL =
      Pattern.compile("/[A-Za-z0-9][A-Za-z0-9/_.-]*(\\?[A-Za-z0-9=&%_.+-]*)?");

  @Inject SignIn signIn;
  @Inject PassSecondStep secondStep;
  @Inject LockPage lock;
  @Inject KeepAccounts accounts;
  @Inject KeepKeys keys;
  @Inject KeepPasskeys passkeys;
  @Inject SingleSignOn sso;
  @Inject SessionCookie cookie;
  @Inject Frame frame;
  @Context HttpHeaders headers;

  @Inject
  @ConfigProperty(name = "isonomia.demo", defaultValue = "false")
  boolean demo;

  @GET
  @Path("sign-in")
  public View show(@QueryParam("then") String then, @QueryParam("again") String again) {
    return page(Form.empty(), local(then), again != null);
  }

  @POST
  @Path("sign-in")
  public Object signIn(Form form) {
    var then = local(form.value("then"));
    var demoLogin = form.value("demo");
    Optional<SignIn.Entered> entered;
    try {
      entered =
          demoLogin.isEmpty()
              ? signIn.withPassword(form.value("login"), form.value("password"), visit())
              : signIn.asDemoPerson(demoLogin, visit());
    } catch (Problem busy) {
      if (busy.kind() != Problem.Kind.TOO_MANY) {
        throw busy;
      }
      return page(form.with("password").error("login", "access.signIn.busy"), then).status(429);
    }
    if (entered.isEmpty()) {
      return page(form.with("password").error("login", "access.signIn.error"), then).status(422);
    }
    return enter(entered.get(), then);
  }

  /** A locked session, where nothing had been typed, is opened again. */
  @POST
  @Path("sign-in/unlock")
  public Response unlock(Form form, @Context HttpServletRequest request) {
    var then = local(form.value("then"));
    if (!(request.getAttribute(SessionMechanism.FOUND) instanceof SessionMechanism.Found found)
        || found.session().state() == State.ENDED) {
      return Redirect.to("/sign-in" + (then.isEmpty() ? "" : "?then=" + encoded(then))).build();
    }
    if (found.session().isOpen()) {
      return Redirect.to(then.isEmpty() ? "/me" : then).build();
    }
    var entered = lock.unlock(found, form, form);
    return entered == null
        ? lock.again(found, request, then, form.with(LockPage.PASSWORD))
        : enter(entered, then);
  }

  @POST
  @Path("sign-out")
  public Response signOut() {
    leaveBefore();
    return cookie.leave(Redirect.leaving("/sign-in")).build();
  }

  /** Whoever signs in anew in the same browser leaves the session they had. */
  void leaveBefore() {
    var cookies = headers.getCookies();
    Optional.ofNullable(cookie.token(cookies)).ifPresent(signIn::signOut);
    Optional.ofNullable(cookie.half(cookies)).ifPresent(secondStep::leave);
  }

  SignIn.Visit visit() {
    return new SignIn.Visit(device(), cookie.known(headers.getCookies()));
  }

  String device() {
    return Device.of(headers.getHeaderString(HttpHeaders.USER_AGENT));
  }

  /** To the page for the code, or in. */
  Response enter(SignIn.Entered entered, String then) {
    if (entered.half()) {
      return cookie.enter(Redirect.to(CodePage.address(then)), entered).build();
    }
    leaveBefore();
    return cookie.enter(Redirect.to(then.isEmpty() ? home(entered) : then), entered).build();
  }

  /** Where somebody begins who has just come in. */
  String home(SignIn.Entered entered) {
    return signIn.resume(entered.token()).map(this::home).orElse("/sign-in");
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

  View page(Form form, String then) {
    return page(form, then, false);
  }

  private View page(Form form, String then, boolean again) {
    return View.of(
        "access/sign-in",
        new Model(
            form,
            demo ? accounts.demoPeople() : List.of(),
            then,
            again,
            passkeys.isPossible(),
            sso.offer()));
  }

  /** Only a path of this application: never another host. */
  static String local(String then) {
    return Optional.ofNullable(then)
        .filter(path -> path.length() < 500 && LOCAL.matcher(path).matches())
        .orElse("");
  }

  static String encoded(String then) {
    return URLEncoder.encode(then, StandardCharsets.UTF_8);
  }

  static boolean signedIn() {
    return Actor.current().isSignedIn();
  }
}
