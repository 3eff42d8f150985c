package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Set;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.access.Teams;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Accounts;
import org.isonomia.privacy.Ledger;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Trust;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/**
 * The administrator gives a person other roles. Who reads and who administrates stay two people;
 * there is always an administrator; and a role that goes does not leave the key of its team behind.
 */
@ApplicationScoped
@Transactional
public class ChangeRoles {
  public record Command(long accountId, Set<Role> roles) {}

  @Inject Accounts accounts;
  @Inject Trust trust;
  @Inject Ledger ledger;

  /**
   * @throws Problem invalid with the field "roles"; not-found "no-such-account"; conflict
   *     "account-closed"
   */
  @Allowed(Permission.KEEP_ACCOUNTS)
  public void handle(Command command) {
    var administrators = accounts.lockAdministrators();
    var account = accounts.get(command.accountId());
    if (!account.isActive()) {
      throw Problem.conflict("account-closed");
    }
    var wrong = wrong(account, command.roles(), administrators.size());
    if (wrong != null) {
      throw Problem.invalid("account-invalid", new FieldError("roles", wrong));
    }
    noteLost(ledger, account, command.roles());
    account.become(command.roles());
  }

  /** A restore must not give back what somebody took away. */
  static void noteLost(Ledger ledger, Account account, Set<Role> roles) {
    account.roles().stream()
        .filter(role -> !roles.contains(role))
        .forEach(
            role -> ledger.note(Ledger.Kind.DEPARTED, "ROLE/" + account.id() + "/" + role.name()));
  }

  private String wrong(Account account, Set<Role> roles, int administrators) {
    if (roles.isEmpty()) {
      return "access.error.roles";
    }
    if (roles.contains(Role.SYSTEM_ADMINISTRATOR) && reads(roles)) {
      return "access.error.roles-apart";
    }
    if (roles.contains(Role.PARTNER_USER) != (account.institutionId() != null)) {
      return "access.error.institution";
    }
    if (account.roles().contains(Role.SYSTEM_ADMINISTRATOR)
        && !roles.contains(Role.SYSTEM_ADMINISTRATOR)
        && administrators < 2) {
      return "access.error.last-administrator";
    }
    if (stillIn(account, roles)) {
      return "access.error.still-in-team";
    }
    return null;
  }

  static boolean reads(Set<Role> roles) {
    return Arrays.stream(Team.values())
        .anyMatch(team -> roles.stream().anyMatch(Teams.roles(team)::contains));
  }

  /** Whether they belong to a team that these roles do not allow. */
  private boolean stillIn(Account account, Set<Role> roles) {
    return trust.isFounded()
        && Arrays.stream(Team.values())
            .filter(team -> !Teams.mayJoin(team, roles))
            .anyMatch(team -> trust.isMember(team, account.id()));
  }
}
