package org.isonomia.page;

import static org.isonomia.shared.OneJsonProvider.JSON;

import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.isonomia.shared.Problem;

/**
 * What becomes of an exception that no page caught. A refusal ({@link Problem}) gets its status and
 * its words; a database that is away gets 503; everything else is a 500 with a reference number and
 * no story. Below {@code /api} the answer is problem+json (RFC 9457), elsewhere a page.
 *
 * <p>Logs carry exception classes and stack frames, never messages: a message may hold content.
 */
@Provider
public class PageFaults implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(PageFaults.class.getName());
  private static final SecureRandom RANDOM = new SecureRandom();
  // without 0, O, 1, I and L: a person reads it out on the telephone
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  /** Seconds after which a client should try again while the database is away. */
  private static final int RETRY_AFTER = 10;

  @Inject Frame frame;
  @Context HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    Problem problem = refusal(thrown);
    if (problem != null) {
      if (problem.kind() == Problem.Kind.UNAUTHENTICATED && frame.resident()) {
        // nobody signs in there: the mistake is ours, and the way to staff's page would not help
        return fault(thrown);
      }
      if (problem.kind() == Problem.Kind.UNAUTHENTICATED && isPage()) {
        // whoever must sign in is taken there, and afterwards to where they wanted to go
        return Redirect.to(
                "/sign-in?then="
                    + java.net.URLEncoder.encode(
                        request.getRequestURI(), java.nio.charset.StandardCharsets.UTF_8))
            .build();
      }
      List<Problem.FieldError> errors = problem.errors();
      return answer(problem.kind().status(), problem.kind().name(), problem.code(), errors, null);
    }
    if (databaseAway(thrown)) {
      LOG.warning("database away: " + anatomy(thrown));
      return answer(503, "UNAVAILABLE", "unavailable", List.of(), null);
    }
    if (clientGone(thrown)) {
      // nobody is there to read it, and it is no fault of ours
      return answer(400, "UNREADABLE", "unreadable", List.of(), null);
    }
    if (changedMeanwhile(thrown)) {
      return answer(409, "CONFLICT", "changed-meanwhile", List.of(), null);
    }
    if (thrown instanceof WebApplicationException web) {
      int status = web.getResponse().getStatus();
      if (status < 400) return web.getResponse();
      if (status < 500 || status == 503) return known(status, web.getResponse());
    }
    return fault(thrown);
  }

  private Response fault(Throwable thrown) {
    String reference = reference();
    LOG.log(Level.SEVERE, "fault {0}: {1}", new Object[] {reference, anatomy(thrown)});
    return answer(500, "FAULT", "fault", List.of(), reference);
  }

  private boolean isPage() {
    return !request.getRequestURI().startsWith("/api/");
  }

  private Response known(int status, Response original) {
    String kind =
        switch (status) {
          case 401 -> "UNAUTHENTICATED";
          case 403 -> "FORBIDDEN";
          case 404 -> "NOT_FOUND";
          case 405 -> "METHOD_NOT_ALLOWED";
          case 406 -> "NOT_ACCEPTABLE";
          case 409 -> "CONFLICT";
          case 413 -> "TOO_LARGE";
          case 415 -> "UNSUPPORTED_MEDIA_TYPE";
          case 422 -> "INVALID";
          case 429 -> "TOO_MANY";
          case 503 -> "UNAVAILABLE";
          default -> "UNREADABLE";
        };
    String code = kind.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    Response answer = answer(status, kind, code, List.of(), null);
    Object allow = original.getHeaders().getFirst(HttpHeaders.ALLOW);
    if (allow == null) return answer;
    return Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
  }

  private Response answer(
      int status, String kind, String code, List<Problem.FieldError> errors, String reference) {
    String path = request.getRequestURI();
    Response.ResponseBuilder answer = Response.status(status);
    if (status == 503 || status == 429) answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
    if (path.equals("/api") || path.startsWith("/api/")) {
      return answer
          .type("application/problem+json")
          .entity(json(status, kind, code, errors, reference))
          .build();
    }
    ProblemPage page = ProblemPage.of(frame.t(), status, kind, code, errors, reference);
    return answer.entity(View.of("page/problem", page).status(status)).build();
  }

  /** A program signs in nowhere. */
  private static String title(Texts words, String kind) {
    String own = "page.problem." + kind + ".title.api";
    return words.t(words.has(own) ? own : "page.problem." + kind + ".title");
  }

  private String json(
      int status, String kind, String code, List<Problem.FieldError> errors, String reference) {
    // a program reads it: words in English, codes stable
    Texts words = Texts.of(Language.EN);
    JsonObjectBuilder body =
        JSON.createObjectBuilder()
            .add("type", "urn:isonomia:problem:" + code)
            .add("title", title(words, kind))
            .add("status", status)
            .add("detail", detail(words, kind, code))
            .add("code", code);
    if (!errors.isEmpty()) {
      JsonArrayBuilder list = JSON.createArrayBuilder();
      for (Problem.FieldError error : errors) {
        list.add(
            JSON.createObjectBuilder()
                .add("pointer", error.pointer())
                .add("code", error.code())
                .add("detail", detail(words, kind, error.code())));
      }
      body.add("errors", list);
    }
    if (reference != null) body.add("instance", "urn:isonomia:fault:" + reference);
    return body.build().toString();
  }

  /** The words of a code; those of its kind speak of pages and buttons, so its title instead. */
  private static String detail(Texts words, String kind, String code) {
    return ProblemPage.ownWords(words, code)
        .orElseGet(() -> words.t("page.problem." + kind + ".title"));
  }

  /** The refusal inside an exception: transactions and proxies wrap what they pass on. */
  private static Problem refusal(Throwable thrown) {
    for (Throwable cause : chain(thrown)) if (cause instanceof Problem problem) return problem;
    return null;
  }

  /**
   * Whether an exception means that the database cannot be reached: a room that holds a form may
   * ask, and show the page again with everything typed and a 503.
   */
  public static boolean databaseAway(Throwable thrown) {
    for (Throwable cause : chain(thrown)) {
      if (cause instanceof SQLTransientConnectionException
          || cause instanceof SQLNonTransientConnectionException
          || cause instanceof SQLRecoverableException) return true;
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        // 08 connection exception, 57P operator intervention (shutting down, starting up),
        // 53300 too many connections
        String state = sql.getSQLState();
        if (state.startsWith("08") || state.startsWith("57P") || state.equals("53300")) return true;
      }
      if (cause instanceof java.net.ConnectException) return true;
      // the container's pool says so by its own types, which are not on our class path
      String type = cause.getClass().getName();
      if (type.endsWith("PoolingException") || type.endsWith("ResourceAllocationException")) {
        return true;
      }
    }
    return false;
  }

  /** Whether the request broke off, or its body is not what its headers promised. */
  private static boolean clientGone(Throwable thrown) {
    boolean reading = false;
    for (Throwable cause : chain(thrown)) {
      String type = cause.getClass().getName();
      reading |= cause instanceof java.io.IOException;
      if (reading && cause instanceof java.util.concurrent.TimeoutException) {
        return true; // what was sent did not end
      }
      if (cause instanceof java.io.EOFException
          || type.endsWith(".HttpBrokenContentException")
          || type.endsWith(".ClientAbortException")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether somebody else was quicker: the row had changed, or the database let one of two who
   * waited for each other go (40P01 deadlock, 40001 serialization). Nothing was written; trying
   * again is right.
   */
  static boolean changedMeanwhile(Throwable thrown) {
    for (Throwable cause : chain(thrown)) {
      if (cause instanceof OptimisticLockException) return true;
      if (cause instanceof SQLException sql
          && ("40P01".equals(sql.getSQLState()) || "40001".equals(sql.getSQLState()))) return true;
    }
    return false;
  }

  private static Set<Throwable> chain(Throwable thrown) {
    Set<Throwable> chain = new LinkedHashSet<>();
    for (Throwable t = thrown; t != null && chain.add(t) && chain.size() < 30; t = t.getCause()) {
      if (t instanceof SQLException sql && sql.getNextException() != null) {
        chain.add(sql.getNextException());
      }
    }
    return chain;
  }

  /** Classes and frames of an exception and its causes, without a word of their messages. */
  static String anatomy(Throwable thrown) {
    StringBuilder out = new StringBuilder();
    for (Throwable cause : chain(thrown)) {
      out.append(out.isEmpty() ? "" : "\ncaused by ").append(cause.getClass().getName());
      if (cause instanceof SQLException sql) out.append(" state ").append(sql.getSQLState());
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < frames.length && i < 40; i++) out.append("\n\tat ").append(frames[i]);
    }
    return out.toString();
  }

  private static String reference() {
    StringBuilder out = new StringBuilder(8);
    for (int i = 0; i < 8; i++) out.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    return out.toString();
  }
}
