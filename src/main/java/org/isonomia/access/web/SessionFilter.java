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
import java.security.Principal;
import org.isonomia.access.Actor;
import org.isonomia.access.application.FindPeople;
import org.isonomia.access.application.SignIn;
import org.isonomia.access.domain.Session.State;
import org.isonomia.access.web.SessionMechanism.Found;
import org.isonomia.page.Reader;
import org.isonomia.privacy.Keyring;
import org.isonomia.shared.Problem;

/**
 * Enters who acts in this request and what they have brought, as {@link SessionMechanism} found it.
 * Nobody acts in a locked session: every page of staff is the page that unlocks it.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class SessionFilter implements ContainerRequestFilter, ContainerResponseFilter {
  @Inject SignIn signIn;
  @Inject FindPeople people;
  @Inject LockPage lock;
  @Context HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    Actor.leave();
    Keyring.empty().enter();
    var found = servletRequest.getAttribute(SessionMechanism.FOUND);
    if (found instanceof RuntimeException fault) {
      throw fault;
    }
    if (!(found instanceof Found session)) {
      return;
    }
    if (session.session().isOpen()) {
      enter(session.session(), request);
    } else if (!LockPage.isAlwaysOpen(servletRequest.getRequestURI())) {
      if (session.session().state() == State.LOCKED) {
        request.abortWith(lock.locked(session, request, servletRequest));
      } else if (request.getMethod().equals("POST")) {
        request.abortWith(lock.ended(session, request, servletRequest));
      }
    }
  }

  private void enter(SignIn.Resumed session, ContainerRequestContext request) {
    var actor = session.actor();
    if (!isCaller(actor, servletRequest.getUserPrincipal())) {
      throw new IllegalStateException("the container knows another caller");
    }
    var mark = request.getUriInfo().getQueryParameters().getFirst(LockPage.MARK);
    if (mark != null && !mark.equals(signIn.markOf(actor))) {
      // somebody else began this form, and has gone since
      throw Problem.forbidden("begun-by-another");
    }
    actor.enter();
    session.ring().enter();
    var name = people.find(actor.accountId()).map(FindPeople.Person::name).orElse("");
    servletRequest.setAttribute(Reader.PROPERTY, new SignedInReader(actor, name));
  }

  private static boolean isCaller(Actor actor, Principal caller) {
    return caller != null && caller.getName().equals(actor.login());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Actor.leave();
    Keyring.leave();
  }
}
