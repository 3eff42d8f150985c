package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.access.Teams;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Accounts;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Trust;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/**
 * The first act of an installation, with the people in one room: the escrow key is made and given
 * out in three parts, and each team begins with the members whose fingerprints were compared.
 * Before it nothing can be filed, because nobody could read it.
 */
@ApplicationScoped
@Transactional
public class HoldCeremony {
  /**
   * @param founders who begins, by team, with the fingerprint that was compared; at least two in
   *     each that is needed
   */
  public record Command(Map<Team, Map<Long, String>> founders) {}

  /**
   * Somebody who may begin in a team.
   *
   * @param fingerprint {@code null} while the person has not chosen a password yet
   */
  public record Candidate(long accountId, String name, String login, String fingerprint) {}

  /**
   * What is missing for one team before the keys can be made.
   *
   * @param invited how many have been invited for it
   * @param ready how many of them have chosen a password
   */
  public record Step(Team team, int invited, int ready) {
    public boolean isDone() {
      return ready >= Trust.FEWEST;
    }
  }

  /**
   * The way to the first report.
   *
   * @param coordinator whether somebody is there who can make the keys
   * @param unconfirmed whether they are made, and two parts have to be typed back
   * @param steps the needed teams
   */
  public record Path(boolean coordinator, boolean unconfirmed, List<Step> steps) {
    public boolean isReady() {
      return coordinator && steps.stream().allMatch(Step::isDone);
    }
  }

  @Inject Accounts accounts;
  @Inject Trust trust;
  @Inject Vault vault;

  /** Whether it has been held. */
  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public boolean isHeld() {
    return trust.isFounded();
  }

  @Allowed(value = Permission.HOLD_CEREMONY, trace = Allowed.Trace.NONE)
  public Map<Team, List<Candidate>> candidates() {
    var candidates = new EnumMap<Team, List<Candidate>>(Team.class);
    for (var team : Team.values()) {
      candidates.put(team, eligible(team).stream().map(this::candidate).toList());
    }
    return candidates;
  }

  /** Who could be let into a team by the escrow: those who have a key. */
  @Allowed(value = Permission.USE_ESCROW, trace = Allowed.Trace.NONE)
  public Map<Team, List<Candidate>> forEscrow() {
    var candidates = new EnumMap<Team, List<Candidate>>(Team.class);
    for (var team : Team.values()) {
      candidates.put(
          team,
          eligible(team).stream()
              .map(this::candidate)
              .filter(c -> c.fingerprint() != null)
              .toList());
    }
    return candidates;
  }

  /** For those who begin: administrator and coordinator, until the ceremony is over. */
  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public Optional<Path> path() {
    var actor = Actor.current();
    var begins = Permission.KEEP_ACCOUNTS.heldBy(actor) || Permission.HOLD_CEREMONY.heldBy(actor);
    return begins && !trust.isFounded()
        ? Optional.of(
            path(
                accounts.all().stream().filter(Account::isActive).toList(),
                id -> trust.fingerprint(id).isPresent(),
                trust.isUnconfirmed()))
        : Optional.empty();
  }

  static Path path(List<Account> people, LongPredicate hasKey, boolean unconfirmed) {
    var steps =
        Arrays.stream(Team.values())
            .filter(Trust.NEEDED::contains)
            .map(
                team -> {
                  var all = people.stream().filter(a -> Teams.mayJoin(team, a.roles())).toList();
                  var ready = all.stream().filter(a -> hasKey.test(a.id())).count();
                  return new Step(team, all.size(), (int) ready);
                })
            .toList();
    var coordinator =
        people.stream().anyMatch(a -> a.roles().contains(Role.COORDINATOR) && hasKey.test(a.id()));
    return new Path(coordinator, unconfirmed, steps);
  }

  private List<Account> eligible(Team team) {
    return accounts.all().stream()
        .filter(Account::isActive)
        .filter(account -> Teams.mayJoin(team, account.roles()))
        .toList();
  }

  private Candidate candidate(Account account) {
    return new Candidate(
        account.id(),
        vault.openForHouse(account.login(), "name", account.name()),
        account.login(),
        trust.fingerprint(account.id()).orElse(null));
  }

  /**
   * @throws Problem invalid "ceremony-incomplete" with a field for each team that has too few;
   *     conflict "already-founded"
   */
  @Allowed(Permission.HOLD_CEREMONY)
  public Trust.Ceremony handle(Command command) {
    var errors =
        Arrays.stream(Team.values())
            .filter(team -> !isEnough(team, ids(command, team)))
            .map(team -> new FieldError(team.name(), "access.error.founders"))
            .collect(Collectors.toList());
    var office = ids(command, Team.OFFICE);
    if (!Actor.current().isHouse() && !office.contains(Actor.current().accountId())) {
      errors.add(new FieldError(Team.OFFICE.name(), "access.error.founder-absent"));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid("ceremony-incomplete", errors);
    }
    var founders = new EnumMap<Team, Set<Long>>(Team.class);
    for (var team : Team.values()) {
      command.founders().getOrDefault(team, Map.of()).forEach(this::requireCompared);
      founders.put(team, ids(command, team));
    }
    return trust.found(founders);
  }

  private static Set<Long> ids(Command command, Team team) {
    return command.founders().getOrDefault(team, Map.of()).keySet();
  }

  /** The key must still be the one whose digits were compared. */
  private void requireCompared(long accountId, String fingerprint) {
    if (!trust.isFingerprint(accountId, fingerprint)) {
      throw Problem.conflict("fingerprint-differs");
    }
  }

  /** Asks for the parts: whoever may type them back may see the question. */
  @Allowed(value = Permission.HOLD_CEREMONY, trace = Allowed.Trace.NONE)
  public void askParts() {
    if (!trust.isFounded()) {
      throw Problem.notFound("not-found");
    }
  }

  /**
   * Two of the three parts were written down and are typed back: now reports can be taken.
   *
   * @throws Problem invalid "escrow-parts"
   */
  @Allowed(Permission.HOLD_CEREMONY)
  public void confirm(List<String> parts) {
    trust.confirm(parts);
  }

  /** Whether the keys are made and their parts were not typed back yet. */
  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public boolean isUnconfirmed() {
    return trust.isUnconfirmed();
  }

  private boolean isEnough(Team team, Set<Long> founders) {
    var may = new HashSet<>(eligible(team).stream().map(Account::id).toList());
    return may.containsAll(founders)
        && (founders.size() >= Trust.FEWEST || founders.isEmpty() && !Trust.NEEDED.contains(team));
  }

  /** The demo city: everybody who may begin in a team does. */
  @Allowed(Permission.HOUSE)
  public Trust.Ceremony hold() {
    var founders = new EnumMap<Team, Set<Long>>(Team.class);
    for (var team : Team.values()) {
      founders.put(team, ids(eligible(team)));
    }
    var ceremony = trust.found(founders);
    trust.confirm(ceremony.shares().subList(0, Trust.FEWEST));
    return ceremony;
  }

  private static Set<Long> ids(Collection<Account> accounts) {
    return accounts.stream().map(Account::id).collect(Collectors.toSet());
  }
}
