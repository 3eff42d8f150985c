package org.isonomia.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;

/** Sends assets; a browser keeps each for a year, because its address changes with its content. */
@RequestScoped
@Path("/assets")
public class AssetsResource {
  @Inject Assets assets;

  @GET
  @Path("{file}")
  public Response get(
      @PathParam("file") String file, @HeaderParam("Accept-Encoding") String encodings) {
    Assets.Asset asset = assets.find(file).orElseThrow(NotFoundException::new);
    boolean gzip = asset.gzip() != null && accepts(encodings);
    Response.ResponseBuilder answer =
        Response.ok(gzip ? asset.gzip() : asset.bytes())
            .header("Content-Type", asset.type())
            .header("Cache-Control", "public, max-age=31536000, immutable");
    if (asset.gzip() != null) answer.header("Vary", "Accept-Encoding");
    return (gzip ? answer.header("Content-Encoding", "gzip") : answer).build();
  }

  private static boolean accepts(String encodings) {
    return encodings != null
        && Arrays.stream(encodings.split(","))
            .map(String::strip)
            .anyMatch(
                one -> one.equals("gzip") || (one.startsWith("gzip;") && !one.endsWith("=0")));
  }
}
