package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.isonomia.access.application.SingleSignOn;
import org.isonomia.access.application.SingleSignOn.Outcome;
import org.isonomia.page.Form;
import org.isonomia.page.HostCookie;

/** To the city's single sign-on, back from it, and out of it. */
@Path("/sign-in/sso")
@RequestScoped
public class SsoPage {
  private static final String COOKIE = HostCookie.name("sso");

  @Inject SingleSignOn sso;
  @Inject SignInPage signInPage;
  @Context HttpHeaders headers;

  @GET
  public Response go(@QueryParam("then") String then) {
    var gone = sso.begin(SignInPage.local(then));
    return Response.seeOther(URI.create(gone.address()))
        .cookie(HostCookie.of(COOKIE, gone.token(), SameSite.LAX))
        .build();
  }

  @GET
  @Path("/back")
  public Object back(
      @QueryParam("state") String state,
      @QueryParam("code") String code,
      @QueryParam("iss") String issuer) {
    var cookie = headers.getCookies().get(COOKIE);
    var token = cookie == null || cookie.getValue().length() > 100 ? null : cookie.getValue();
    var result = sso.finish(token, state, code, issuer, signInPage.device());
    if (result.outcome() == Outcome.IN) {
      return Response.fromResponse(signInPage.enter(result.entered(), result.then()))
          .cookie(HostCookie.gone(COOKIE))
          .build();
    }
    return signInPage
        .page(
            Form.empty().error("sso", "access.sso.error." + result.outcome().name().toLowerCase()),
            "")
        .status(422);
  }

  @GET
  @Path("/out")
  public Response out() {
    return Response.seeOther(URI.create(sso.signOutAddress().orElse("/sign-in"))).build();
  }
}
