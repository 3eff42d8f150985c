package org.isonomia.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Where a page goes after it has acted: 303, so that a reload does not act twice. */
public final class Redirect {
  private Redirect() {}

  /**
   * 303 to a path of this application. Add cookies with {@code .cookie(…)} before {@code .build()}.
   *
   * @param path absolute path, {@code /pl/report/when}; anything that could lead to another host is
   *     a programming error
   */
  public static Response.ResponseBuilder to(String path) {
    return there(Response.Status.SEE_OTHER, path);
  }

  /** 307: the browser sends the same form again, to this path. */
  public static Response.ResponseBuilder again(String path) {
    return there(Response.Status.TEMPORARY_REDIRECT, path);
  }

  private static Response.ResponseBuilder there(Response.Status status, String path) {
    if (!path.startsWith("/") || path.startsWith("//") || path.startsWith("/\\")) {
      throw new IllegalArgumentException("not a path of this application");
    }
    return Response.status(status).header(HttpHeaders.LOCATION, path);
  }

  /**
   * The same at the end of a visit: the browser forgets the pages it kept, too. Cookies are ended
   * one by one, because somebody else's may lie beside them.
   */
  public static Response.ResponseBuilder leaving(String path) {
    return to(path).header("Clear-Site-Data", "\"cache\", \"storage\"");
  }
}
