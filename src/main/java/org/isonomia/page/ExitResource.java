package org.isonomia.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Leaves at once: forgets cookies and cache and goes to a neutral site. A link and not a form,
 * because the content security policy lets forms go to ourselves only.
 */
@RequestScoped
@Path("/exit")
public class ExitResource {
  private static final Logger LOG = Logger.getLogger(ExitResource.class.getName());

  /** So long the answer waits at most; usually some milliseconds are enough. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

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
    if (!cookies.isEmpty()) {
      end(cookies);
    }
    return away.build();
  }

  /**
   * A copied cookie opens nothing when the answer goes out; but who leaves must not see this page
   * for long, so a database that is away is not waited for: the listener tries again by itself.
   */
  private void end(Map<String, String> cookies) {
    try {
      events
          .fireAsync(new Left(cookies))
          .toCompletableFuture()
          .get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException notYet) {
      LOG.log(Level.FINE, "not ended yet", notYet);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
