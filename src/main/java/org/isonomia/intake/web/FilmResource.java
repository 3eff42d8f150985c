package org.isonomia.intake.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** Sends the film in pieces, as players ask for it, and its captions. */
@Path("/film")
public class FilmResource {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-(\\d{0,15})");

  @Inject Film film;

  @GET
  public Response film(@HeaderParam("Range") String range) throws IOException {
    var file = film.file().orElseThrow(NotFoundException::new);
    var size = Files.size(file);
    var from = 0L;
    var to = size - 1;
    var piece = range == null ? null : RANGE.matcher(range);
    var partly = piece != null && piece.matches();
    if (partly) {
      from = Long.parseLong(piece.group(1));
      if (!piece.group(2).isEmpty()) {
        to = Math.min(to, Long.parseLong(piece.group(2)));
      }
      if (from > to) {
        return Response.status(416).header("Content-Range", "bytes */" + size).build();
      }
    }
    var begin = from;
    var length = to - from + 1;
    StreamingOutput body =
        out -> {
          try (var channel = FileChannel.open(file)) {
            var sink = Channels.newChannel(out);
            for (var sent = 0L; sent < length; ) {
              var now = channel.transferTo(begin + sent, Math.min(length - sent, 1 << 16), sink);
              if (now <= 0) {
                return; // the file became shorter
              }
              sent += now;
            }
          }
        };
    var answer =
        Response.status(partly ? 206 : 200)
            .type(film.type())
            .header("Accept-Ranges", "bytes")
            .header("Content-Length", length)
            .entity(body);
    if (partly) {
      answer.header("Content-Range", "bytes " + from + "-" + to + "/" + size);
    }
    return answer.build();
  }

  @GET
  @Path("/{captions: [a-z][a-z]}.vtt")
  public Response captions(@PathParam("captions") String language) throws IOException {
    var file = film.captions(language).orElseThrow(NotFoundException::new);
    return Response.ok(Files.readAllBytes(file), "text/vtt; charset=utf-8").build();
  }
}
