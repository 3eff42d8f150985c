package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.isonomia.access.Actor;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.access.Workload;
import org.isonomia.access.application.KeepKeys;
import org.isonomia.access.application.ListActs;
import org.isonomia.access.application.SeeAbsences;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** What the person who reads this may do, and why. */
@Path("/me/rights")
@RequestScoped
public class RightsPage {
  public record Right(Permission permission, List<ListActs.Act> acts) {}

  public record RoleRights(Role role, List<Right> rights) {}

  /**
   * @param keptOut from how many cases a conflict of interest keeps them
   * @param teams teams that they could belong to; {@code holds} says with which they read
   */
  public record Model(
      List<RoleRights> roles,
      List<KeepKeys.TeamView> teams,
      long keptOut,
      List<SeeAbsences.Line> absences,
      boolean mayBeAway,
      boolean seesMatrix) {}

  @Inject ListActs acts;
  @Inject KeepKeys keys;
  @Inject SeeAbsences absences;
  @Inject Instance<Workload> workload;

  @GET
  public View show() {
    var actor = Actor.current();
    if (!actor.isSignedIn()) {
      throw Problem.unauthenticated();
    }
    var mine = acts.mine();
    var roles =
        actor.roles().stream()
            .sorted()
            .map(
                role ->
                    new RoleRights(
                        role,
                        mine.entrySet().stream()
                            .filter(entry -> entry.getKey().roles().contains(role))
                            .map(e -> new Right(e.getKey(), List.copyOf(e.getValue())))
                            .toList()))
            .toList();
    return View.of(
        "access/rights",
        new Model(
            roles,
            keys.mine().teams(),
            workload.isResolvable() ? workload.get().keptOutOf(actor.accountId()) : 0,
            absences.open(),
            Permission.ENTER_ABSENCE.heldBy(actor),
            Permission.SEE_MATRIX.heldBy(actor)));
  }
}
