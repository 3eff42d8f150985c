package org.isonomia.intake;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.isonomia.evidence.Kind;
import org.isonomia.evidence.Scan;
import org.isonomia.shared.Problem;

/** Hands out a file to be saved, under a name that tells nothing; a browser never shows it. */
public final class Downloads {
  private Downloads() {}

  /**
   * Not within a transaction: the scanner is asked.
   *
   * @param name without an ending
   * @throws Problem unavailable "file-waits" while the scanner does not answer; conflict
   *     "file-infected" when it has found something
   */
  public static Response of(Reports.FileContent file, String name) {
    var scan = file.scan();
    if (!Reports.FileContent.isFree(scan)) {
      throw scan == Scan.FOUND
          ? Problem.conflict("file-infected")
          : Problem.unavailable("file-waits");
    }
    StreamingOutput body =
        out -> {
          try (var bytes = file.bytes().get()) {
            bytes.transferTo(out);
          }
        };
    return Response.ok(body, file.type())
        .header("Content-Length", file.size())
        .header("Content-Disposition", "attachment; filename=\"" + name + ending(file) + "\"")
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .build();
  }

  private static String ending(Reports.FileContent file) {
    return Kind.of(file.type()).map(Kind::extension).orElse("");
  }
}
