package org.isonomia.page;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/**
 * All pages and all of {@code /api}, from the root of the address; resources are found by scanning.
 */
@ApplicationPath("/")
public class Site extends Application {
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        // Location stays a path: behind a TLS proxy an absolute one would lead to http://
        "jersey.config.server.headers.location.relative.resolution.disabled", true,
        // an error answer without entity is ours to make, not the container's error page
        "jersey.config.server.response.setStatusOverSendError", true,
        // no WADL at /application.wadl
        "jersey.config.server.wadl.disableWadl", true);
  }
}
