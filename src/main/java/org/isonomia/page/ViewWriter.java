package org.isonomia.page;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;

/**
 * Turns a {@link View} into HTML. It does so in a response filter, before anything is written, so
 * that a template that fails becomes a page with a reference number and not half a page.
 */
@Provider
public class ViewWriter implements ContainerResponseFilter {
  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  @Inject Templates templates;
  @Inject Frame frame;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(response.getEntity() instanceof View view)) return;
    byte[] html = templates.render(view, frame).getBytes(StandardCharsets.UTF_8);
    if (response.getStatus() == 200) response.setStatus(view.status());
    response.setEntity(html, null, HTML);
  }
}
