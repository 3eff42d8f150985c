package org.isonomia.access.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.isonomia.access.Actor;
import org.isonomia.access.application.FindPeople;
import org.isonomia.access.application.SignIn;
import org.isonomia.page.Reader;
import org.isonomia.privacy.Keyring;

/**
 * Says who acts in this request, from the session's cookie. Residents' pages and the REST contract
 * know no session: there a signed-in person is nobody in particular, as everybody else.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class SessionFilter implements ContainerRequestFilter, ContainerResponseFilter {
  @Inject SignIn signIn;
  @Inject FindPeople people;
  @Inject SessionCookie cookie;
  @Context HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    Actor.leave();
    Keyring.empty().enter();
    var path = request.getUriInfo().getPath();
    if (path.startsWith("api/")
        || path.startsWith("/api/")
        || path.startsWith("assets/")
        || path.startsWith("/assets/")) {
      return;
    }
    var token = cookie.token(request.getCookies());
    if (token == null) {
      return;
    }
    signIn
        .resume(token)
        .ifPresent(
            session -> {
              var actor = session.actor();
              actor.enter();
              session.ring().enter();
              var name = people.find(actor.accountId()).map(FindPeople.Person::name).orElse("");
              servletRequest.setAttribute(Reader.PROPERTY, new SignedInReader(actor, name));
            });
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Actor.leave();
    Keyring.leave();
  }
}
