package org.isonomia.access;

import java.util.Map;
import java.util.Set;
import org.isonomia.privacy.Team;

/** Which roles may belong to which team of readers; the only such table. */
public final class Teams {
  private static final Map<Team, Set<Role>> MAY_JOIN =
      Map.of(
          Team.OFFICE,
          Set.of(Role.INTAKE_OFFICER, Role.CASE_HANDLER, Role.COORDINATOR, Role.LAWYER),
          Team.CUSTODIANS,
          Set.of(Role.IDENTITY_CUSTODIAN),
          Team.TRANSLATORS,
          Set.of(Role.TRANSLATOR),
          Team.COUNCIL,
          Set.of(Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR, Role.COUNCIL_SECRETARY));

  private Teams() {}

  public static boolean mayJoin(Team team, Set<Role> roles) {
    // who invites people must not also be among those who read
    return !roles.contains(Role.SYSTEM_ADMINISTRATOR)
        && roles.stream().anyMatch(MAY_JOIN.get(team)::contains);
  }

  public static Set<Role> roles(Team team) {
    return MAY_JOIN.get(team);
  }
}
