package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.access.Workload;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Accounts;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Trust;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.Problem;

/**
 * Somebody leaves. Before their account is closed the administrator learns what hangs on it: how
 * much work is theirs (a number, of no case in particular), in which teams they read, who can end
 * that, and whether a team would be left with too few. Who must be locked out at once can still be:
 * with the word that it is meant.
 */
@ApplicationScoped
@Transactional
public class CloseAccount {
  /**
   * @param others names of the other members, who can end the membership
   * @param tooFew whether the team would be left with fewer than it needs
   */
  public record Membership(Team team, List<String> others, boolean tooFew) {}

  /** What hangs on an account. */
  public record Before(
      long id, String name, Workload.Load load, List<Membership> teams, boolean lastAdministrator) {
    /** Whether it can be closed without a further word. */
    public boolean isFree() {
      return load.isNone() && teams.isEmpty();
    }
  }

  /**
   * @param anyway that it is meant although work and keys hang on it
   */
  public record Command(long accountId, boolean anyway) {}

  @Inject Accounts accounts;
  @Inject KeepAccounts keep;
  @Inject Trust trust;
  @Inject Vault vault;
  @Inject Instance<Workload> workload;

  @Allowed(value = Permission.KEEP_ACCOUNTS, trace = Allowed.Trace.NONE)
  public Before before(long accountId) {
    return before(accounts.get(accountId), accounts.lockAdministrators().size());
  }

  private Before before(Account account, int administrators) {
    return new Before(
        account.id(),
        name(account),
        workload.isResolvable() ? workload.get().of(account.id()) : new Workload.Load(0, 0),
        trust.isFounded()
            ? Arrays.stream(Team.values())
                .filter(team -> trust.isMember(team, account.id()))
                .map(team -> membership(team, account.id()))
                .toList()
            : List.of(),
        account.isActive()
            && account.roles().contains(Role.SYSTEM_ADMINISTRATOR)
            && administrators < 2);
  }

  private Membership membership(Team team, long account) {
    var others =
        trust.members(team).stream()
            .map(Trust.Member::accountId)
            .filter(id -> id != account)
            .toList();
    return new Membership(
        team,
        others.stream().map(id -> name(accounts.get(id))).sorted().toList(),
        others.size() < Trust.FEWEST);
  }

  private String name(Account account) {
    return vault.openForHouse(account.login(), "name", account.name());
  }

  /**
   * @throws Problem conflict "last-administrator"; conflict "not-handed-over" while work or a
   *     team's key hangs on it and it was not said that it is meant
   */
  @Allowed(Permission.KEEP_ACCOUNTS)
  public void handle(Command command) {
    var administrators = accounts.lockAdministrators().size();
    var before = before(accounts.get(command.accountId()), administrators);
    if (before.lastAdministrator()) {
      throw Problem.conflict("last-administrator");
    }
    if (!before.isFree() && !command.anyway()) {
      throw Problem.conflict("not-handed-over");
    }
    keep.close(command.accountId());
  }
}
