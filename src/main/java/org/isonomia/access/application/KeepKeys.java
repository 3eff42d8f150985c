package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Teams;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Accounts;
import org.isonomia.privacy.Holder;
import org.isonomia.privacy.Ledger;
import org.isonomia.privacy.LedgerRows;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Trust;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.Problem;

/**
 * A person's own key, the teams it belongs to, and what members do for each other: let somebody in,
 * let somebody go, begin a new term, change the team's key. No administrator is in it.
 */
@ApplicationScoped
@Transactional
public class KeepKeys {
  /**
   * @param admittedBy name of who let them in; empty for those who began
   * @param roleLost whether no role of theirs belongs to this team any more
   */
  public record MemberLine(
      long accountId,
      String name,
      String fingerprint,
      String admittedBy,
      Instant since,
      boolean roleLost) {}

  /**
   * Somebody whose role allows it and who is not in.
   *
   * @param left whether they belonged once
   */
  public record WaitingLine(long accountId, String name, String fingerprint, boolean left) {}

  /**
   * One team as its members see it.
   *
   * @param code {@code TEAM/OFFICE} or {@code INSTITUTION/4}
   * @param holds whether who reads this can open the team's key
   * @param fewest how many have to stay
   */
  public record TeamView(
      String code,
      boolean holds,
      String fingerprint,
      int generation,
      Instant madeAt,
      List<MemberLine> members,
      List<WaitingLine> waiting,
      int fewest) {}

  /**
   * @param fingerprint of one's own key; {@code null} without one
   * @param thin teams without which nobody could read what is filed, and that have too few members
   * @param leftAgain codes of teams that somebody left again after a restore, without a new key yet
   */
  public record Mine(
      String fingerprint, List<TeamView> teams, List<Team> thin, List<String> leftAgain) {}

  @Inject Accounts accounts;
  @Inject Trust trust;
  @Inject Safes safes;
  @Inject Vault vault;
  @Inject Ledger ledger;
  @Inject LedgerRows restored;

  /** One's own key and the teams that one belongs to or might. */
  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public Mine mine() {
    var actor = Actor.current();
    var teams = new ArrayList<TeamView>();
    if (trust.isFounded()) {
      Arrays.stream(Team.values())
          .filter(team -> Teams.mayJoin(team, actor.roles()))
          .forEach(team -> teams.add(view(team.holder())));
      if (actor.institutionId() != null) {
        var institution = Holder.institution(actor.institutionId());
        if (trust.hasKey(institution)) {
          teams.add(view(institution));
        }
      }
    }
    return new Mine(
        trust.ownFingerprint(actor.accountId()).orElse(null),
        teams,
        trust.thin(),
        restored.teamsToRotate());
  }

  /** Teams that have too few members; no name of anybody. */
  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public List<Team> thin() {
    return trust.thin();
  }

  private TeamView view(Holder holder) {
    var members = trust.members(holder);
    var key = trust.shown(holder).orElseThrow();
    var waiting =
        candidates(holder).stream()
            .filter(a -> members.stream().noneMatch(m -> m.accountId() == a.id()))
            .filter(a -> trust.fingerprint(a.id()).isPresent())
            .map(
                a ->
                    new WaitingLine(
                        a.id(),
                        name(a),
                        trust.fingerprint(a.id()).orElseThrow(),
                        trust.hasLeft(holder, a.id())))
            .toList();
    return new TeamView(
        holder.code(),
        trust.holds(holder),
        trust.heldFingerprint(holder).orElse(key.fingerprint()),
        key.generation(),
        key.madeAt(),
        members.stream()
            .map(
                m ->
                    new MemberLine(
                        m.accountId(),
                        name(m.accountId()),
                        m.fingerprint(),
                        m.admittedBy() == 0 ? "" : name(m.admittedBy()),
                        m.since(),
                        !mayJoin(holder, accounts.get(m.accountId()))))
            .toList(),
        waiting,
        holder.team() == null ? 1 : Trust.FEWEST);
  }

  private List<Account> candidates(Holder holder) {
    return accounts.all().stream()
        .filter(Account::isActive)
        .filter(a -> mayJoin(holder, a))
        .toList();
  }

  /**
   * Whether who acts could belong to a team and belongs to none yet: after the first sign-in, or
   * after a forgotten password.
   */
  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public boolean isWaiting() {
    var actor = Actor.current();
    var teams = Arrays.stream(Team.values()).filter(t -> Teams.mayJoin(t, actor.roles())).toList();
    return !teams.isEmpty()
        && trust.isFounded()
        && teams.stream().noneMatch(t -> trust.isMember(t, actor.accountId()));
  }

  private static boolean mayJoin(Holder holder, Account account) {
    return holder.team() != null
        ? Teams.mayJoin(holder.team(), account.roles())
        : account.institutionId() != null
            && Holder.institution(account.institutionId()).equals(holder);
  }

  private String name(long accountId) {
    return name(accounts.get(accountId));
  }

  private String name(Account account) {
    return vault.openForHouse(account.login(), "name", account.name());
  }

  /**
   * A member lets in somebody whose fingerprint they have compared.
   *
   * @throws Problem forbidden "not-a-member" when who acts cannot open the team's key; conflict
   *     "not-eligible", "fingerprint-differs", "person-without-key"
   */
  @Allowed(Permission.KEEP_TEAM)
  public void admit(String team, long accountId, String fingerprint) {
    var holder = holder(team);
    var account = accounts.get(accountId);
    if (!account.isActive() || !mayJoin(holder, account)) {
      throw Problem.conflict("not-eligible");
    }
    var readers = holder.team();
    if (readers != null) {
      safes.beforeJoining(readers, accountId);
    }
    trust.admit(holder, accountId, fingerprint, Actor.current().accountId());
    if (readers != null) {
      safes.afterJoining(readers, accountId);
    }
  }

  /**
   * Members leave, at the end of a term all of the old ones at once; the team's key changes with
   * it, and their sessions end.
   *
   * @throws Problem forbidden "not-a-member"; conflict "team-needs-two"
   */
  @Allowed(Permission.KEEP_TEAM)
  public void remove(String team, Set<Long> accountIds) {
    var holder = holder(team);
    var members = trust.members(holder).stream().map(Trust.Member::accountId).toList();
    if (accountIds.isEmpty() || !members.containsAll(accountIds)) {
      throw Problem.invalid("nobody-chosen");
    }
    trust.remove(holder, accountIds, Actor.current().accountId());
    accountIds.forEach(
        id -> ledger.note(Ledger.Kind.DEPARTED, "MEMBER/" + id + "/" + holder.code()));
    accountIds.stream()
        .filter(id -> id != Actor.current().accountId())
        .forEach(accounts::endSessionsOf);
  }

  /** A new key for the team, without anybody leaving. */
  @Allowed(Permission.KEEP_TEAM)
  public void rotate(String team) {
    trust.rotate(holder(team), Actor.current().accountId());
  }

  /**
   * Two of three parts of the escrow key let one person into a team that nobody can open any more.
   */
  @Allowed(Permission.USE_ESCROW)
  public void recover(Team team, long accountId, String fingerprint, List<String> parts) {
    var account = accounts.get(accountId);
    if (!account.isActive() || !Teams.mayJoin(team, account.roles())) {
      throw Problem.conflict("not-eligible");
    }
    trust.recover(team, accountId, fingerprint, parts);
  }

  /** The office has compared the fingerprint with the institution, by telephone or in person. */
  @Allowed(Permission.VOUCH_FOR_INSTITUTION)
  public void vouch(long institutionId, String fingerprint) {
    trust.vouch(Holder.institution(institutionId), fingerprint);
  }

  /** In the demo city nobody has to be telephoned. */
  @Allowed(Permission.ANSWER_REFERRAL)
  public Void enrolDemoInstitution() {
    requireDemoPerson();
    trust.makeInstitution(
        Holder.institution(Actor.current().institutionId()), Actor.current().accountId());
    return null;
  }

  @Allowed(Permission.VOUCH_FOR_INSTITUTION)
  public Void vouchForDemoInstitution(long institutionId) {
    requireDemoPerson();
    var holder = Holder.institution(institutionId);
    if (!trust.isVouched(holder)) {
      trust.vouch(holder, trust.shown(holder).orElseThrow().fingerprint());
    }
    return null;
  }

  private void requireDemoPerson() {
    if (!accounts.get(Actor.current().accountId()).isDemo()) {
      throw Problem.forbidden("not-yours");
    }
  }

  private static Holder holder(String code) {
    if (code == null || !code.matches("TEAM/[A-Z]+|INSTITUTION/\\d{1,18}")) {
      throw Problem.invalid("no-such-team");
    }
    var holder = new Holder(code);
    if (code.startsWith("TEAM/")
        && Arrays.stream(Team.values()).noneMatch(t -> t.holder().equals(holder))) {
      throw Problem.invalid("no-such-team");
    }
    return holder;
  }
}
