package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.isonomia.access.Actor;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.access.Teams;
import org.isonomia.access.domain.AbsenceBook;
import org.isonomia.access.domain.Account;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Trust;
import org.isonomia.shared.AppClock;

/** Who may stand in for whom, and who does so today. Inside the transaction of whoever asks. */
@ApplicationScoped
class Absences {
  @Inject AbsenceBook book;
  @Inject Trust trust;
  @Inject AppClock clock;

  /** The actor with those whose deputy they are today; only people of the office have any. */
  Actor standingIn(Actor actor) {
    return Permission.ENTER_ABSENCE.heldBy(actor)
        ? actor.inFor(book.standsInFor(actor.accountId(), clock.today()))
        : actor;
  }

  /**
   * Whether this colleague may stand in: active, in the team that reads the cases, and allowed
   * whatever the absent person is allowed in the office. Work of the Council is not the office's: a
   * seat has no deputy.
   */
  boolean mayStandIn(Account deputy, Account absent) {
    return deputy.isActive()
        && deputy.id() != absent.id()
        && covers(deputy.roles(), absent.roles())
        && trust.isFounded()
        && trust.isMember(Team.OFFICE, deputy.id());
  }

  /** Whether one set of roles is allowed all that the other is allowed in the office. */
  static boolean covers(Set<Role> deputy, Set<Role> absent) {
    var office = new HashSet<>(absent);
    office.retainAll(Teams.roles(Team.OFFICE));
    return !office.isEmpty() && rights(deputy).containsAll(rights(office));
  }

  private static Set<Permission> rights(Set<Role> roles) {
    return java.util.Arrays.stream(Permission.values())
        .filter(permission -> permission.roles().stream().anyMatch(roles::contains))
        .collect(Collectors.toSet());
  }
}
