package org.isonomia.page;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** An address in a language we do not speak leads nowhere. */
@Provider
public class KnownLanguage implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    var named = request.getUriInfo().getPathParameters().getFirst("language");
    if (named != null && Language.ofPath("/" + named).isEmpty()) {
      throw new NotFoundException();
    }
  }
}
