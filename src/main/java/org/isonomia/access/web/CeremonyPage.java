package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isonomia.access.application.HoldCeremony;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.View;
import org.isonomia.privacy.PublicKeys;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Trust;
import org.isonomia.shared.Problem;

/**
 * The ceremony: who begins in which team, and then the three parts of the escrow key, shown once.
 */
@Path("/keys/ceremony")
@RequestScoped
public class CeremonyPage {
  public record Model(
      Form form, Map<Team, List<HoldCeremony.Candidate>> candidates, List<Team> needed) {}

  /**
   * @param grouped the fingerprint in groups, to be compared
   */
  public record Done(String fingerprint, String grouped, List<String> parts) {
    @Override
    public String toString() {
      return "Done";
    }
  }

  @Inject HoldCeremony ceremony;
  @Inject Frame frame;

  @GET
  public View show() {
    return page(Form.empty());
  }

  @POST
  public View hold(Form form) {
    try {
      var held = ceremony.handle(new HoldCeremony.Command(founders(form)));
      return View.of(
          "access/ceremony-done",
          new Done(held.fingerprint(), PublicKeys.shortened(held.fingerprint()), held.shares()));
    } catch (Problem refused) {
      if (refused.errors().isEmpty()) {
        throw refused;
      }
      refused
          .errors()
          .forEach(
              error ->
                  form.error(
                      error.pointer(),
                      error.code(),
                      "team",
                      frame.t("access.team." + error.pointer())));
      return page(form).status(422);
    }
  }

  private View page(Form form) {
    // who may not hold it is told so, and not how far it is
    var candidates = ceremony.candidates();
    if (ceremony.isHeld()) {
      throw Problem.conflict("already-founded");
    }
    return View.of("access/ceremony", new Model(form, candidates, Trust.NEEDED));
  }

  /** What the form gives for a person: the account and the digits that were compared. */
  public static String value(HoldCeremony.Candidate candidate) {
    return candidate.accountId() + ":" + candidate.fingerprint().replace(" ", "");
  }

  private static Map<Team, Map<Long, String>> founders(Form form) {
    var founders = new EnumMap<Team, Map<Long, String>>(Team.class);
    for (var team : Team.values()) {
      var people = new HashMap<Long, String>();
      for (var chosen : form.values(team.name())) {
        var parts = chosen.split(":", 2);
        people.put(KeysPage.id(parts[0]), parts.length < 2 ? "" : parts[1]);
      }
      founders.put(team, people);
    }
    return founders;
  }

  @GET
  @Path("/check")
  public View askParts() {
    ceremony.askParts();
    return View.of("access/ceremony-check", Form.empty());
  }

  /** The parts are typed back; a slip of the pen comes back with them to be mended. */
  @POST
  @Path("/check")
  public Object check(Form form) {
    try {
      ceremony.confirm(List.of(form.value("part1"), form.value("part2")));
      return KeysPage.answered("founded");
    } catch (Problem refused) {
      if (!refused.code().equals("escrow-parts")) {
        throw refused;
      }
      EscrowPage.saySlips(form);
      return View.of("access/ceremony-check", form).status(422);
    }
  }
}
