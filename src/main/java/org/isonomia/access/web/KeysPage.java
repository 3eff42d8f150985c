package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.isonomia.access.Actor;
import org.isonomia.access.Institutions;
import org.isonomia.access.Permission;
import org.isonomia.access.application.HoldCeremony;
import org.isonomia.access.application.KeepKeys;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.Row;
import org.isonomia.page.Sure;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/**
 * One's own key and one's teams: who reads with me, who waits to be let in, who has to go. The
 * digits of a fingerprint are what two people compare before one lets the other in.
 */
@Path("/keys")
@RequestScoped
public class KeysPage {
  /**
   * @param founded whether the ceremony is over
   * @param unconfirmed whether its parts wait to be typed back
   * @param mayFound whether this person may hold it
   * @param done what has just been done: admitted, removed, rotated, or {@code null}
   * @param me account of who reads
   */
  public record Model(
      KeepKeys.Mine mine,
      boolean founded,
      boolean unconfirmed,
      boolean mayFound,
      boolean mayRecover,
      String done,
      String error,
      long me,
      java.util.Map<Long, String> institutions) {}

  private static final Set<String> DONE =
      Set.of("admitted", "removed", "rotated", "recovered", "founded");

  @Inject KeepKeys keys;
  @Inject Frame frame;
  @Inject HoldCeremony ceremony;
  @Inject Institutions institutions;

  @GET
  public View show(@QueryParam("done") String done) {
    return page(done != null && DONE.contains(done) ? done : null, null);
  }

  @POST
  @Path("/admit")
  public Object admit(Form form) {
    return did(
        "admitted",
        () -> keys.admit(form.value("team"), id(form.value("account")), form.value("fingerprint")));
  }

  /** Asks first, with the names: the keys of those who go end at once. */
  @POST
  @Path("/remove")
  public Object remove(Form form) {
    var accounts = form.values("account").stream().map(KeysPage::id).collect(Collectors.toSet());
    if (form.isBlank(Sure.FIELD) && !accounts.isEmpty()) {
      return sure(form, accounts);
    }
    return did("removed", () -> keys.remove(form.value("team"), accounts));
  }

  private View sure(Form form, Set<Long> accounts) {
    var t = frame.t();
    var names =
        keys.mine().teams().stream()
            .filter(team -> team.code().equals(form.value("team")))
            .flatMap(team -> team.members().stream())
            .filter(member -> accounts.contains(member.accountId()))
            .map(KeepKeys.MemberLine::name)
            .collect(Collectors.joining(", "));
    var fields = new ArrayList<Row>();
    fields.add(Row.of("team", form.value("team")));
    form.values("account").forEach(account -> fields.add(Row.of("account", account)));
    return View.of(
        "page/sure",
        new Sure(
            t.t("access.sure.remove.title", "names", names),
            List.of(t.t("access.sure.remove")),
            t.t("access.keys.remove"),
            "/keys/remove",
            fields,
            "/keys"));
  }

  @POST
  @Path("/rotate")
  public Object rotate(Form form) {
    return did("rotated", () -> keys.rotate(form.value("team")));
  }

  private Object did(String what, Runnable act) {
    try {
      act.run();
      return answered(what);
    } catch (Problem refused) {
      return switch (refused.code()) {
        case "team-needs-two", "fingerprint-differs", "nobody-chosen", "person-without-key" ->
            page(null, refused.code()).status(422);
        default -> throw refused;
      };
    }
  }

  static Response answered(String what) {
    return Redirect.to("/keys?done=" + what).build();
  }

  private View page(String done, String error) {
    var actor = Actor.current();
    if (!actor.isSignedIn()) {
      throw Problem.unauthenticated();
    }
    return View.of(
        "access/keys",
        new Model(
            keys.mine(),
            ceremony.isHeld(),
            ceremony.isUnconfirmed(),
            Permission.HOLD_CEREMONY.heldBy(actor),
            Permission.USE_ESCROW.heldBy(actor),
            done,
            error,
            actor.accountId(),
            institutions.names()));
  }

  static long id(String typed) {
    return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
  }
}
