package org.isonomia.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Leaves at once: forgets cookies and cache and goes to a neutral site. A link and not a form,
 * because the content security policy lets forms go to ourselves only.
 */
@RequestScoped
@Path("/exit")
public class ExitResource {
  @Inject Frame frame;
  @Inject Event<Left> events;

  @Inject
  @ConfigProperty(name = "isonomia.exit.url")
  Optional<String> url;

  @GET
  public Response get(@Context HttpHeaders headers) {
    String site = url.orElse("https://" + frame.language().tag() + ".wikipedia.org/");
    Response.ResponseBuilder away =
        Response.status(Response.Status.SEE_OTHER)
            .header(HttpHeaders.LOCATION, site)
            .header("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
    // browsers without Clear-Site-Data: expire what came along; cookies of residents live at /
    for (String name : headers.getCookies().keySet()) {
      away.cookie(HostCookie.gone(name));
    }
    Map<String, String> cookies = new HashMap<>();
    headers.getCookies().forEach((name, cookie) -> cookies.put(name, cookie.getValue()));
    // not waited for: who leaves must not see this page for a moment longer
    if (!cookies.isEmpty()) events.fireAsync(new Left(cookies));
    return away.build();
  }
}
