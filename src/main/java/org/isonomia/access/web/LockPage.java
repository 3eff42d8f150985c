package org.isonomia.access.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.application.FindPeople;
import org.isonomia.access.application.SignIn;
import org.isonomia.access.domain.Session.Method;
import org.isonomia.access.web.SessionMechanism.Found;
import org.isonomia.page.Form;
import org.isonomia.page.FormReader;
import org.isonomia.page.Language;
import org.isonomia.page.Reader;
import org.isonomia.page.Row;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/**
 * What a person sees whose session is locked, or has ended while they were writing. Whatever they
 * had typed lies in the page, in hidden fields, and goes to the very address it was meant for: the
 * page is sent there, the lock is opened on the way, and 307 sends the same form again. Nothing of
 * it is kept on the server. A mark in the address says whose form it is: nobody else continues it.
 */
@ApplicationScoped
public class LockPage {
  /** Query parameter: see {@link SignIn#markOf}. */
  static final String MARK = "begun-by";

  /** Fields of this page begin so; they are not the form's. */
  static final String OWN = "unlock-";

  static final String PASSWORD = OWN + "password";
  static final String CLICK = OWN + "click";

  private static final String EMPTY = "";

  /** Fields that are typed again: what is secret does not lie in a page. */
  static final Set<String> SECRETS =
      Set.of(
          "password",
          "again",
          "old",
          "step-password",
          "phrase",
          "secret",
          "reckoned",
          "pin",
          "part1",
          "part2");

  /**
   * @param name of the person; the page shows it only on request
   * @param method how they had signed in
   * @param action where the page is sent
   * @param fields what had been typed
   * @param typed whether something had been typed at all
   * @param files whether files were sent, which a page cannot keep
   * @param then where they wanted to go; empty when something was typed
   * @param locked whether it is locked and can be opened here; else it has ended
   */
  public record Model(
      String name,
      Method method,
      String action,
      List<Row> fields,
      boolean typed,
      boolean files,
      String then,
      boolean locked,
      Form form) {}

  /** Somebody who may leave and has a language; everything else is locked. */
  record LockedReader(Language language) implements Reader {
    @Override
    public boolean signedIn() {
      return true;
    }

    @Override
    public String displayName() {
      return "";
    }

    @Override
    public List<NavItem> nav() {
      return List.of();
    }
  }

  @Inject SignIn signIn;
  @Inject FindPeople people;
  @Inject SessionCookie cookie;

  /** Pages that need no session. */
  static boolean isAlwaysOpen(String path) {
    return path.equals("/")
        || path.equals("/sign-in")
        || path.startsWith("/sign-in/")
        || path.equals("/sign-out")
        || path.startsWith("/welcome/");
  }

  Response locked(Found found, ContainerRequestContext request, HttpServletRequest servlet) {
    var form = Form.empty();
    var typed = List.<Row>of();
    if (request.getMethod().equals("POST") && isForm(request)) {
      var sent = sent(request);
      typed = rows(sent);
      if (!sent.isBlank(PASSWORD) || sent.has(CLICK, "yes")) {
        var entered = unlock(found, sent, form);
        if (entered != null) {
          return cookie
              .enter(
                  Response.status(Response.Status.TEMPORARY_REDIRECT)
                      .header(HttpHeaders.LOCATION, same(servlet)),
                  entered)
              .build();
        }
      } else if (sent.values().keySet().stream().anyMatch(f -> f.startsWith(OWN))) {
        form.error(PASSWORD, "access.lock.error.empty");
      }
    }
    return page(found, request, servlet, typed, true, form);
  }

  Response ended(Found found, ContainerRequestContext request, HttpServletRequest servlet) {
    var typed = isForm(request) ? rows(sent(request)) : List.<Row>of();
    return page(found, request, servlet, typed, false, Form.empty());
  }

  /**
   * @return {@code null} when it stays locked; the form says why
   */
  SignIn.Entered unlock(Found found, Form sent, Form answer) {
    try {
      var password = sent.has(CLICK, "yes") ? null : sent.value(PASSWORD);
      var entered = signIn.unlock(found.token(), password);
      if (entered.isEmpty()) {
        answer.error(PASSWORD, "access.error.old");
      }
      return entered.orElse(null);
    } catch (Problem busy) {
      if (busy.kind() != Problem.Kind.TOO_MANY) {
        throw busy;
      }
      answer.error(PASSWORD, "access.signIn.busy");
      return null;
    }
  }

  private Response page(
      Found found,
      ContainerRequestContext request,
      HttpServletRequest servlet,
      List<Row> typed,
      boolean locked,
      Form form) {
    var post = request.getMethod().equals("POST");
    var actor = found.session().actor();
    var mark = signIn.markOf(actor);
    return show(
        found,
        servlet,
        new Model(
            name(actor),
            found.session().method(),
            post ? marked(servlet, mark) : "/sign-in/unlock",
            typed,
            !typed.isEmpty(),
            post && !isForm(request),
            post ? EMPTY : same(servlet),
            locked,
            form));
  }

  /** The page after a GET, when what was typed into it did not fit. */
  Response again(Found found, HttpServletRequest servlet, String then, Form form) {
    return show(
        found,
        servlet,
        new Model(
            name(found.session().actor()),
            found.session().method(),
            "/sign-in/unlock",
            List.of(),
            false,
            false,
            then,
            true,
            form));
  }

  private static Response show(Found found, HttpServletRequest servlet, Model model) {
    var language = Language.of(found.session().actor().language()).orElse(Language.PL);
    servlet.setAttribute(Reader.PROPERTY, new LockedReader(language));
    var status = model.form().hasErrors() ? 422 : 401;
    return Response.status(status).entity(View.of("access/lock", model).status(status)).build();
  }

  private String name(Actor actor) {
    return actor.run(
        () -> people.find(actor.accountId()).map(FindPeople.Person::name).orElse(actor.login()));
  }

  private static boolean isForm(ContainerRequestContext request) {
    var type = request.getMediaType();
    return type == null || type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
  }

  private static Form sent(ContainerRequestContext request) {
    try {
      var body = request.getEntityStream().readAllBytes();
      return FormReader.parse(new String(body, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Row> rows(Form sent) {
    var rows = new ArrayList<Row>();
    sent.values().entrySet().stream()
        .filter(field -> !field.getKey().startsWith(OWN) && !SECRETS.contains(field.getKey()))
        .forEach(
            field -> field.getValue().forEach(value -> rows.add(Row.of(field.getKey(), value))));
    return rows;
  }

  /** This very address again; one that a browser could take for another host is none of ours. */
  static String same(String path, String query) {
    if (!path.matches("/[^/\\\\].*")) {
      return "/";
    }
    return query == null ? path : path + "?" + query;
  }

  private static String same(HttpServletRequest request) {
    return same(request.getRequestURI(), request.getQueryString());
  }

  private static String marked(HttpServletRequest request, String mark) {
    var same = same(request);
    return same.contains(MARK + "=")
        ? same
        : same + (same.contains("?") ? "&" : "?") + MARK + "=" + mark;
  }
}
