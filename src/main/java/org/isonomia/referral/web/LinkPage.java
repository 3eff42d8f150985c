package org.isonomia.referral.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.isonomia.page.Form;
import org.isonomia.page.HostCookie;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.referral.application.OpenLink;
import org.isonomia.referral.application.PartnerKey;
import org.isonomia.shared.Problem;

/**
 * The pages behind the link of a mail. Opening the link shows a question for the PIN and changes
 * nothing: mail scanners open links too. The right PIN starts a short visit to this one referral.
 */
@Path("/p/{token: [A-Za-z0-9_-]{16,64}}")
@RequestScoped
public class LinkPage {
  /** The question for the PIN. */
  public record Pin(Form form, String base, String query) {}

  @Inject OpenLink open;
  @Inject PartnerAnswers answers;

  @PathParam("token")
  String token;

  @Context HttpHeaders headers;

  @GET
  public Object show() {
    return inside(() -> answers.show(key(), base()));
  }

  @POST
  @Path("/pin")
  public Object pin(Form form) {
    try {
      var opening = open.handle(token, form.value("pin"));
      if (opening.visit() != null) {
        return Redirect.to(base() + answers.query()).cookie(cookie(opening.visit())).build();
      }
      form.with("pin")
          .error("pin", opening.closed() ? "referral.error.pin-closed" : "referral.error.pin");
      return pinPage(form).status(opening.closed() ? 429 : 422);
    } catch (Problem refused) {
      return goneOr(refused);
    }
  }

  @POST
  @Path("/accept")
  public Object accept() {
    return inside(() -> answers.accept(key(), base()));
  }

  @POST
  @Path("/begin")
  public Object begin() {
    return inside(() -> answers.begin(key(), base()));
  }

  @GET
  @Path("/decline")
  public Object askWhyNot() {
    return inside(() -> answers.askWhyNot(key(), base()));
  }

  @POST
  @Path("/decline")
  public Object decline(Form form) {
    return withPin(form, key -> answers.decline(key, form, base()));
  }

  @GET
  @Path("/result")
  public Object askResult() {
    return inside(() -> answers.askResult(key(), base()));
  }

  @POST
  @Path("/result")
  public Object report(Form form) {
    return withPin(form, key -> answers.report(key, form, base()));
  }

  @POST
  @Path("/leave")
  public Response leave() {
    open.leave(visit());
    return Redirect.leaving(base() + answers.query()).cookie(cookie("")).build();
  }

  /**
   * What a visitor does inside; without a visit they are asked for the PIN, after the end they read
   * why.
   */
  private Object inside(Supplier<Object> work) {
    try {
      return work.get();
    } catch (Problem refused) {
      if (refused.kind() == Problem.Kind.UNAUTHENTICATED) {
        return pinPage(Form.empty());
      }
      return goneOr(refused);
    }
  }

  /**
   * A long answer may outlast the visit: then it comes back with a field for the PIN, and nothing
   * is lost.
   */
  private Object withPin(Form form, java.util.function.Function<PartnerKey, Object> work) {
    try {
      if (form.isBlank("pin")) {
        return work.apply(key());
      }
      var opening = open.handle(token, form.value("pin"));
      var done = work.apply(PartnerKey.link(token, opening.visit()));
      return done instanceof Response response && opening.visit() != null
          ? Response.fromResponse(response).cookie(cookie(opening.visit())).build()
          : done;
    } catch (Problem refused) {
      return goneOr(refused);
    }
  }

  private View pinPage(Form form) {
    return View.of("referral/pin", new Pin(form, base(), answers.query()));
  }

  private View goneOr(Problem refused) {
    return switch (refused.code()) {
      case "link-dead", "referral-revoked", "referral-closed" ->
          View.of("referral/gone", new PartnerAnswers.Gone(refused.code())).status(410);
      default -> throw refused;
    };
  }

  private PartnerKey key() {
    open.check(token);
    return PartnerKey.link(token, visit());
  }

  private String visit() {
    var cookie = headers.getCookies().get(cookieName());
    var value = cookie == null ? "" : cookie.getValue();
    return value.isEmpty() || value.length() > 100 ? null : value;
  }

  private String base() {
    return "/p/" + token;
  }

  /** Each link has a visit of its own, so that two referrals can be open beside each other. */
  private String cookieName() {
    return HostCookie.name("referral-" + OpenLink.nameOf(token));
  }

  private NewCookie cookie(String value) {
    return value.isEmpty()
        ? HostCookie.gone(cookieName())
        : HostCookie.of(cookieName(), value, NewCookie.SameSite.LAX);
  }
}
