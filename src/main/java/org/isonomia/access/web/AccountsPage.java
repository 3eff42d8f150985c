package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Actor;
import org.isonomia.access.Institutions;
import org.isonomia.access.Role;
import org.isonomia.access.application.ChangeRoles;
import org.isonomia.access.application.CloseAccount;
import org.isonomia.access.application.KeepAccounts;
import org.isonomia.access.application.KeepKeys;
import org.isonomia.access.application.SingleSignOn;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.Redirect;
import org.isonomia.page.Sure;
import org.isonomia.page.View;
import org.isonomia.privacy.Team;
import org.isonomia.shared.Problem;

/** The administrator's list of accounts: invite, new link, close. No content of any case. */
@Path("/accounts")
@RequestScoped
public class AccountsPage {
  /**
   * @param link one-time link just made, shown once, or {@code null}
   * @param me account of who reads: for oneself there is the page of one's own account
   * @param thin teams that have too few members
   * @param query what was looked for; empty for all
   * @param done what was done just now, or {@code null}
   * @param linkOf whose one-time link it is
   * @param sso whether the city has a single sign-on, to which an account can be joined
   */
  public record Model(
      List<KeepAccounts.Row> rows,
      Form form,
      List<Role> roles,
      Map<Long, String> institutions,
      List<Language> languages,
      String link,
      long me,
      List<Team> thin,
      String query,
      String done,
      String linkOf,
      boolean sso) {}

  /** The roles of one person. */
  public record RolesModel(KeepAccounts.Row row, Form form, List<Role> roles) {}

  /** What hangs on an account that shall be closed. */
  public record CloseModel(CloseAccount.Before before, Form form) {}

  private static final List<String> DONE = List.of("roles", "closed", "sso", "sessions");

  @Inject KeepAccounts accounts;
  @Inject ChangeRoles changeRoles;
  @Inject CloseAccount closeAccount;
  @Inject KeepKeys keys;
  @Inject Frame frame;
  @Inject Institutions institutions;
  @Inject SingleSignOn sso;

  @Inject
  @ConfigProperty(name = "isonomia.base.url", defaultValue = "")
  String baseUrl;

  @GET
  public View list(@QueryParam("q") String q, @QueryParam("done") String done) {
    var query = q == null || q.length() > 100 ? "" : q.strip();
    return page(Form.empty(), null, null, query, done != null && DONE.contains(done) ? done : null);
  }

  @GET
  @Path("{id: \\d{1,18}}/roles")
  public View roles(@PathParam("id") long id) {
    var row = row(id);
    return roles(row, Form.empty().with("roles", row.roles().stream().map(Role::name).toList()));
  }

  private static View roles(KeepAccounts.Row row, Form form) {
    return View.of("access/roles", new RolesModel(row, form, List.of(Role.values())));
  }

  @POST
  @Path("{id: \\d{1,18}}/roles")
  public Object changeRoles(@PathParam("id") long id, Form form) {
    try {
      changeRoles.handle(new ChangeRoles.Command(id, roles(form.values("roles"))));
      return Redirect.to("/accounts?done=roles").build();
    } catch (Problem refused) {
      if (refused.errors().isEmpty()) {
        throw refused;
      }
      refused.errors().forEach(error -> form.error(error.pointer(), error.code()));
      return roles(row(id), form).status(422);
    }
  }

  private KeepAccounts.Row row(long id) {
    return accounts.list().stream()
        .filter(row -> row.id() == id)
        .findFirst()
        .orElseThrow(() -> Problem.notFound("no-such-account"));
  }

  @POST
  public View invite(Form form) {
    try {
      var token =
          accounts.invite(
              new KeepAccounts.Invitation(
                  form.value("login"),
                  form.value("name"),
                  roles(form.values("roles")),
                  Language.of(form.value("language")).orElse(Language.PL).tag(),
                  institution(form.value("institution"))));
      return page(Form.empty(), link(token), form.stripped("name"));
    } catch (Problem refused) {
      if (refused.errors().isEmpty()) {
        throw refused;
      }
      refused.errors().forEach(error -> form.error(error.pointer(), error.code()));
      return page(form, null, null).status(422);
    }
  }

  @POST
  @Path("{id: \\d{1,18}}/invite-again")
  public View again(@PathParam("id") long id, Form form) {
    return form.isBlank(Sure.FIELD)
        ? sure(id, "again", "invite-again")
        : page(Form.empty(), link(accounts.inviteAgain(id)), row(id).name());
  }

  /** Signed out everywhere, and nothing else. */
  @POST
  @Path("{id: \\d{1,18}}/end-sessions")
  public Object endSessions(@PathParam("id") long id, Form form) {
    if (form.isBlank(Sure.FIELD)) {
      var t = frame.t();
      return View.of(
          "page/sure",
          new Sure(
              t.t("access.sure.sessions.title", "name", row(id).name()),
              List.of(t.t("access.sure.sessions")),
              t.t("access.sure.sessions.button"),
              "/accounts/" + id + "/end-sessions",
              List.of(),
              "/accounts"));
    }
    accounts.endSessions(id);
    return Redirect.to("/accounts?done=sessions").build();
  }

  /** Somebody who has an account comes by single sign-on from now on, and keeps the account. */
  @POST
  @Path("{id: \\d{1,18}}/single-sign-on")
  public Object awaitSso(@PathParam("id") long id, Form form) {
    if (form.isBlank(Sure.FIELD)) {
      var row = row(id);
      var t = frame.t();
      return View.of(
          "page/sure",
          new Sure(
              t.t("access.sure.sso.title", "name", row.name()),
              List.of(t.t("access.sure.sso", "login", row.login()), t.t("access.sure.sso.roles")),
              t.t("access.sure.sso.button"),
              "/accounts/" + id + "/single-sign-on",
              List.of(),
              "/accounts"));
    }
    accounts.awaitSso(id);
    return Redirect.to("/accounts?done=sso").build();
  }

  @POST
  @Path("{id: \\d{1,18}}/close")
  public Object close(@PathParam("id") long id, Form form) {
    if (form.isBlank(Sure.FIELD)) {
      return View.of("access/close-account", new CloseModel(closeAccount.before(id), form));
    }
    try {
      closeAccount.handle(new CloseAccount.Command(id, form.has("anyway", "yes")));
    } catch (Problem refused) {
      if (!"not-handed-over".equals(refused.code())) {
        throw refused;
      }
      form.error("anyway", "access.problem.not-handed-over");
      return View.of("access/close-account", new CloseModel(closeAccount.before(id), form))
          .status(422);
    }
    return Redirect.to("/accounts?done=closed").build();
  }

  /** A key ends with both, and colleagues have to let the person in again: that is said before. */
  private View sure(long id, String what, String path) {
    var name = row(id).name();
    var t = frame.t();
    return View.of(
        "page/sure",
        new Sure(
            t.t("access.sure." + what + ".title", "name", name),
            List.of(t.t("access.sure." + what), t.t("access.sure.team")),
            t.t("access.sure." + what + ".button"),
            "/accounts/" + id + "/" + path,
            List.of(),
            "/accounts"));
  }

  private String link(String token) {
    return baseUrl + "/welcome/" + token;
  }

  private View page(Form form, String link, String linkOf) {
    return page(form, link, linkOf, "", null);
  }

  private View page(Form form, String link, String linkOf, String query, String done) {
    return View.of(
        "access/accounts",
        new Model(
            accounts.list().stream().filter(row -> fits(row, query)).toList(),
            form,
            List.of(Role.values()),
            institutions.names(),
            List.of(Language.values()),
            link,
            Actor.current().accountId(),
            keys.thin(),
            query,
            done,
            linkOf,
            sso.offer().offered()));
  }

  /** In name, login or the words of a role, whatever the case of letters. */
  private boolean fits(KeepAccounts.Row row, String query) {
    var wanted = query.toLowerCase(Locale.ROOT);
    return (row.name() + " " + row.login() + " " + frame.t().codes("role", row.roles()))
        .toLowerCase(Locale.ROOT)
        .contains(wanted);
  }

  private static EnumSet<Role> roles(List<String> codes) {
    var known = Arrays.stream(Role.values()).map(Role::name).toList();
    var roles = EnumSet.noneOf(Role.class);
    codes.stream().filter(known::contains).forEach(code -> roles.add(Role.valueOf(code)));
    return roles;
  }

  private static Long institution(String typed) {
    return typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
  }
}
