package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.isonomia.access.application.SignIn;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;

/** Where one is signed in; ends one sign-in, or all. */
@Path("/me/sessions")
@RequestScoped
public class SessionsPage {
  public record Model(List<SignIn.Line> sessions) {}

  @Inject SignIn signIn;
  @Inject SessionCookie cookie;
  @Context HttpHeaders headers;

  @GET
  public View show() {
    return View.of("access/sessions", new Model(signIn.mine(cookie.token(headers.getCookies()))));
  }

  @POST
  @Path("/{id: \\d{1,18}}/end")
  public Response end(@PathParam("id") long id) {
    signIn.endMine(id);
    return Redirect.to("/me/sessions").build();
  }

  @POST
  @Path("/end-all")
  public Response endAll() {
    signIn.endAllMine();
    return cookie.leave(Redirect.leaving("/sign-in")).build();
  }
}
