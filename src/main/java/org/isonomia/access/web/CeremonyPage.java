package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.isonomia.access.application.HoldCeremony;
import org.isonomia.page.Form;
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
      refused.errors().forEach(error -> form.error(error.pointer(), error.code()));
      return page(form).status(422);
    }
  }

  private View page(Form form) {
    if (ceremony.isHeld()) {
      throw Problem.conflict("already-founded");
    }
    return View.of("access/ceremony", new Model(form, ceremony.candidates(), Trust.NEEDED));
  }

  private static Map<Team, Set<Long>> founders(Form form) {
    var founders = new EnumMap<Team, Set<Long>>(Team.class);
    Arrays.stream(Team.values())
        .forEach(
            team ->
                founders.put(
                    team,
                    form.values(team.name()).stream()
                        .map(KeysPage::id)
                        .collect(Collectors.toSet())));
    return founders;
  }
}
