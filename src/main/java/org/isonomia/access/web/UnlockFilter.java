package org.isonomia.access.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.isonomia.access.Actor;
import org.isonomia.access.application.OpenVault;
import org.isonomia.page.Redirect;
import org.isonomia.privacy.Keyring;

/** Leads whoever came in without their key to where they open the vault, before they read on. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION + 50)
public class UnlockFilter implements ContainerRequestFilter {
  @Inject OpenVault vault;
  @Context HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    var path = servletRequest.getRequestURI();
    if (request.getMethod().equals("GET")
        && Actor.current().isSignedIn()
        && !Keyring.isBrought()
        && !path.equals("/")
        && !path.equals("/unlock")
        && !path.startsWith("/sign-in")
        && !path.equals("/me")
        && !path.startsWith("/me/sessions")
        && vault.isNeeded()) {
      request.abortWith(
          Redirect.to("/unlock?then=" + SignInPage.encoded(SignInPage.local(path))).build());
    }
  }
}
