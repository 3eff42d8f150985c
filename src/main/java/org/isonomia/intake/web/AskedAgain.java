package org.isonomia.intake.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.isonomia.intake.application.MailboxVisit;
import org.isonomia.intake.web.Paced.Route;
import org.isonomia.page.Form;
import org.isonomia.page.FormReader;
import org.isonomia.page.Frame;
import org.isonomia.page.PageFaults;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/**
 * Whoever comes when a bucket is empty is asked to press again: nothing was done, and every word
 * they sent is in the page that asks. A page with files reads its fields by itself and asks {@link
 * #isTooFast}.
 */
@Provider
@Paced
public class AskedAgain implements ContainerRequestFilter {
  private static final String TOO_FAST = AskedAgain.class.getName();
  private static final int RETRY_AFTER_SECONDS = 10;

  @Inject Pace pace;
  @Inject MailboxVisit visits;
  @Inject Frame frame;
  @Context ResourceInfo resource;
  @Context HttpServletRequest servletRequest;

  /**
   * @param address where it is sent again, without the language
   * @param typed every field as it came
   */
  public record Again(String address, Form typed) {
    @Override
    public String toString() {
      return "Again";
    }
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    var path = servletRequest.getRequestURI();
    var visiting = path.contains("/mailbox/");
    var cookie = request.getCookies().get(visiting ? Cookies.VISIT : Cookies.DRAFT);
    var token = cookie == null ? null : cookie.getValue();
    var route = resource.getResourceMethod().getAnnotation(Paced.class).value();
    // a visit that is too fast by itself costs no look for its case
    if (pace.takes(route, token) && (!visiting || mailboxTakes(route, token))) {
      return;
    }
    var type = request.getMediaType();
    if (type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
      servletRequest.setAttribute(TOO_FAST, true);
      return;
    }
    if (type == null || !type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
      throw Problem.tooMany("too-fast");
    }
    var typed =
        FormReader.parse(
            new String(request.getEntityStream().readAllBytes(), StandardCharsets.US_ASCII));
    if (typed.has(Press.NAME, Press.SWITCH)) {
      // of this page, which is not what they pressed first
      typed.with(
          Press.NAME,
          typed.values(Press.NAME).stream().filter(press -> !press.equals(Press.SWITCH)).toList());
    }
    var query = servletRequest.getQueryString();
    var address = path.substring(frame.link("").length());
    request.abortWith(
        Response.status(Response.Status.TOO_MANY_REQUESTS)
            .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
            .entity(
                View.of(
                        "intake/again",
                        new Again(query == null ? address : address + "?" + query, typed))
                    .status(429))
            .build());
  }

  /**
   * Of no visit that is open, and while the database is away, there is no mailbox to be bounded.
   */
  private boolean mailboxTakes(Route route, String token) {
    try {
      return token == null
          || visits.caseOf(token).map(mailbox -> pace.takes(route, mailbox)).orElse(true);
    } catch (RuntimeException fault) {
      if (!PageFaults.databaseAway(fault)) {
        throw fault;
      }
      return true; // the page tells it, with everything typed
    }
  }

  /** Whether a page with files is to read the words only, and to ask again. */
  static boolean isTooFast(HttpServletRequest request) {
    return request.getAttribute(TOO_FAST) != null;
  }
}
