package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.isonomia.access.application.HoldCeremony;
import org.isonomia.access.application.KeepKeys;
import org.isonomia.page.Form;
import org.isonomia.page.View;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Trust;
import org.isonomia.shared.Problem;

/** Two holders of parts of the escrow key let one person into a team that nobody can open. */
@Path("/keys/escrow")
@RequestScoped
public class EscrowPage {
  public record Model(Form form, Map<Team, List<HoldCeremony.Candidate>> candidates) {}

  @Inject KeepKeys keys;
  @Inject HoldCeremony people;

  @GET
  public View show() {
    return page(Form.empty());
  }

  @POST
  public Object recover(Form form) {
    var chosen = form.value("person").split(":", 3);
    var team = Arrays.stream(Team.values()).filter(t -> t.name().equals(chosen[0])).findFirst();
    var person =
        team.flatMap(
            t ->
                people.forEscrow().get(t).stream()
                    .filter(c -> chosen.length == 3 && c.accountId() == KeysPage.id(chosen[1]))
                    .findFirst());
    if (person.isEmpty()) {
      form.error("person", "access.error.person");
    }
    if (form.isBlank("part1")) {
      form.error("part1", "access.error.part");
    }
    if (form.isBlank("part2")) {
      form.error("part2", "access.error.part");
    }
    if (!form.hasErrors()) {
      try {
        keys.recover(
            team.get(),
            person.get().accountId(),
            chosen[2],
            List.of(form.value("part1"), form.value("part2")));
        return KeysPage.answered("recovered");
      } catch (Problem refused) {
        if (!refused.code().equals("escrow-parts")) {
          throw refused;
        }
        saySlips(form);
      }
    }
    return page(form).status(422);
  }

  private View page(Form form) {
    return View.of("access/escrow", new Model(form, people.forEscrow()));
  }

  /** Which of the two parts has a slip; both are right where they do not belong together. */
  static void saySlips(Form form) {
    for (var part : List.of("part1", "part2")) {
      if (!Trust.isPart(form.value(part))) {
        form.error(part, "access.error.slip");
      }
    }
    if (!form.hasErrors()) {
      form.error("part1", "access.error.parts");
    }
  }
}
