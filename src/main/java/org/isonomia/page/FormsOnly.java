package org.isonomia.page;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Pages take what a browser's form sends and nothing else: anything other than a form is 415 before
 * some reader of the server tries to make an object of it. {@code /api} reads its own JSON.
 */
@Provider
public class FormsOnly implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    if (type == null || request.getUriInfo().getRequestUri().getPath().startsWith("/api/")) return;
    if (!type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
        && !type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
      throw new NotSupportedException();
    }
  }
}
