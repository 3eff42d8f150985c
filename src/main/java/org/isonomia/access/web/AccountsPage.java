package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Actor;
import org.isonomia.access.Institutions;
import org.isonomia.access.Role;
import org.isonomia.access.application.KeepAccounts;
import org.isonomia.access.application.KeepKeys;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Language;
import org.isonomia.page.Redirect;
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
   */
  public record Model(
      List<KeepAccounts.Row> rows,
      Form form,
      List<Role> roles,
      Map<Long, String> institutions,
      List<Language> languages,
      String link,
      long me,
      List<Team> thin) {}

  @Inject KeepAccounts accounts;
  @Inject KeepKeys keys;
  @Inject Frame frame;
  @Inject Instance<Institutions> institutions;

  @Inject
  @ConfigProperty(name = "isonomia.base.url", defaultValue = "")
  String baseUrl;

  @GET
  public View list() {
    return page(Form.empty(), null);
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
      return page(Form.empty(), link(token));
    } catch (Problem refused) {
      if (refused.errors().isEmpty()) {
        throw refused;
      }
      refused.errors().forEach(error -> form.error(error.pointer(), error.code()));
      return page(form, null).status(422);
    }
  }

  @POST
  @Path("{id: \\d{1,18}}/invite-again")
  public View again(@PathParam("id") long id, Form form) {
    return form.isBlank(Sure.FIELD)
        ? sure(id, "again", "invite-again")
        : page(Form.empty(), link(accounts.inviteAgain(id)));
  }

  @POST
  @Path("{id: \\d{1,18}}/close")
  public Object close(@PathParam("id") long id, Form form) {
    if (form.isBlank(Sure.FIELD)) {
      return sure(id, "close", "close");
    }
    accounts.close(id);
    return Redirect.to("/accounts").build();
  }

  /** A key ends with both, and colleagues have to let the person in again: that is said before. */
  private View sure(long id, String what, String path) {
    var name =
        accounts.list().stream()
            .filter(row -> row.id() == id)
            .map(KeepAccounts.Row::name)
            .findFirst()
            .orElseThrow(() -> Problem.notFound("no-such-account"));
    var t = frame.t();
    return View.of(
        "access/sure",
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

  private View page(Form form, String link) {
    return View.of(
        "access/accounts",
        new Model(
            accounts.list(),
            form,
            List.of(Role.values()),
            institutions.isResolvable() ? institutions.get().names() : Map.of(),
            List.of(Language.values()),
            link,
            Actor.current().accountId(),
            keys.thin()));
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
