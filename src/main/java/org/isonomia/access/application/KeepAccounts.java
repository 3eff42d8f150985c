package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isonomia.access.About;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.access.Teams;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Accounts;
import org.isonomia.access.domain.OneTimeLink;
import org.isonomia.access.domain.Passkeys;
import org.isonomia.access.domain.Passwords;
import org.isonomia.access.domain.Session;
import org.isonomia.access.domain.Tokens;
import org.isonomia.privacy.Keyring;
import org.isonomia.privacy.Ledger;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Trust;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/**
 * The administrator invites people, gives roles and closes accounts; everybody makes their own
 * password.
 */
@ApplicationScoped
@Transactional
public class KeepAccounts {
  public static final Duration INVITATION_LASTS = Duration.ofDays(7);

  @Inject Accounts accounts;
  @Inject Passkeys passkeys;
  @Inject SignIn signIn;
  @Inject PassSecondStep secondStep;
  @Inject Vault vault;
  @Inject Trust trust;
  @Inject Ledger ledger;
  @Inject AppClock clock;

  /**
   * @param institutionId needed for a PARTNER_USER, else {@code null}
   */
  public record Invitation(
      String login, String name, Set<Role> roles, String language, Long institutionId) {}

  /**
   * A row of the list of accounts.
   *
   * @param lastUsedOn last day of a sign-in, {@code null} when never
   */
  public record Row(
      long id,
      String login,
      String name,
      Set<Role> roles,
      Long institutionId,
      boolean active,
      boolean invited,
      LocalDate lastUsedOn) {}

  @Allowed(value = Permission.KEEP_ACCOUNTS, trace = Allowed.Trace.NONE)
  public List<Row> list() {
    return accounts.all().stream().map(this::row).toList();
  }

  /** Invites a person; returns the token of the one-time link, shown once to the administrator. */
  @Allowed(Permission.KEEP_ACCOUNTS)
  public String invite(Invitation invitation) {
    var account = add(invitation, false);
    return link(account);
  }

  /**
   * A new link for somebody who lost theirs or forgot the password. The old password ends now, and
   * with it the person's key: their teams have to let them in again.
   */
  @Allowed(Permission.KEEP_ACCOUNTS)
  public String inviteAgain(@About("account") long id) {
    if (id == Actor.current().accountId()) {
      // who lost the link would be locked out, perhaps as the only administrator
      throw Problem.conflict("not-your-own-account");
    }
    var account = accounts.get(id);
    if (!account.isActive()) {
      throw Problem.conflict("account-closed");
    }
    account.setPassword(null);
    accounts.endSecondStep(id);
    passkeys.forgetAllOf(id);
    trust.retirePerson(id);
    ledger.note(Ledger.Kind.DEPARTED, "KEY/" + id);
    accounts.endSessionsOf(id);
    return link(account);
  }

  /**
   * Says that the next single sign-on with this login is this person: they keep one account. Their
   * roles follow the single sign-on from then on.
   *
   * @throws Problem conflict for one's own account, a closed one, one of an institution
   */
  @Allowed(Permission.KEEP_ACCOUNTS)
  public void awaitSso(@About("account") long id) {
    if (id == Actor.current().accountId()) {
      throw Problem.conflict("not-your-own-account");
    }
    var account = accounts.get(id);
    if (!account.isActive() || account.institutionId() != null) {
      throw Problem.conflict("account-closed");
    }
    account.awaitSso(Instant.now().plus(INVITATION_LASTS));
  }

  @Allowed(Permission.KEEP_ACCOUNTS)
  public void close(@About("account") long id) {
    if (id == Actor.current().accountId()) {
      throw Problem.conflict("not-your-own-account");
    }
    accounts.get(id).close();
    accounts.closeLinksOf(id);
    accounts.endSecondStep(id);
    passkeys.forgetAllOf(id);
    trust.retirePerson(id);
    ledger.note(Ledger.Kind.DEPARTED, "ACCOUNT/" + id);
    accounts.endSessionsOf(id);
  }

  /**
   * Signs somebody out in every browser: a telephone was lost, or somebody forgot to. Account,
   * password and key stay as they are.
   */
  @Allowed(Permission.KEEP_ACCOUNTS)
  public void endSessions(@About("account") long id) {
    accounts.endSessionsOf(accounts.get(id).id());
  }

  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public void readIn(String language) {
    accounts.get(Actor.current().accountId()).readIn(language);
  }

  /** Whether who acts is a person of the demo city, who has no password. */
  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public boolean isDemo() {
    return accounts.get(Actor.current().accountId()).isDemo();
  }

  /** Whether this link may still be used; opening it changes nothing. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public OneTimeLink.Purpose purposeOf(String token) {
    return usable(accounts.findLink(token)).purpose();
  }

  /** A used link says so: whoever did not use it should know that somebody else did. */
  private static OneTimeLink usable(Optional<OneTimeLink> link) {
    if (link.filter(OneTimeLink::isUsed).isPresent()) {
      throw Problem.notFound("link-used");
    }
    return link.filter(l -> l.isOpen(Instant.now()))
        .orElseThrow(() -> Problem.notFound("link-expired"));
  }

  /** The invited person chooses a password and is signed in. */
  @Allowed(Permission.ANYONE)
  public SignIn.Entered accept(String token, String password, String again, String device) {
    var link = openLink(token, OneTimeLink.Purpose.INVITATION);
    var account = accounts.get(link.accountId());
    checkPassword(password, again, account.login());
    if (!account.isActive()) {
      throw Problem.notFound("link-expired");
    }
    link.use(Instant.now());
    return begin(account, password, device);
  }

  /**
   * Somebody who knows their password chooses another one. Their key stays, under a new lock; other
   * sessions of theirs end.
   *
   * @param device where this happens, see {@link SignIn.Visit}
   * @return a new session
   * @throws Problem invalid with a field "old", "password" or "again"
   */
  @Allowed(Permission.SIGNED_IN)
  public SignIn.Entered changePassword(String old, String password, String again, String device) {
    var account = accounts.get(Actor.current().accountId());
    checkPassword(password, again, account.login());
    var fits = own(account, old, "old");
    var made = Passwords.make(password, account.login());
    account.setPassword(made.stored());
    var opened = trust.open(account.id(), fits.lock());
    opened.ifPresent(key -> trust.relock(key, made.lock()));
    secondStep.relock(account.id(), fits.codeLock(), made.codeLock());
    accounts.endSessionsOf(account.id());
    return signIn.open(account, opened.orElse(null), Session.Method.PASSWORD, device);
  }

  /**
   * Another telephone for the second step, and new codes on paper. What there was works until the
   * new telephone's first code was typed.
   *
   * @throws Problem invalid with a field "step-password"
   */
  @Allowed(Permission.SIGNED_IN)
  public SignIn.Entered changeSecondStep(String password) {
    var account = accounts.get(Actor.current().accountId());
    var fits = own(account, password, "step-password");
    return secondStep.anew(
        account, trust.open(account.id(), fits.lock()).orElse(null), fits.codeLock());
  }

  private static Passwords.Fits own(Account account, String password, String field) {
    return Passwords.check(
            password == null ? "" : password, account.passwordHash(), account.login(), true)
        .orElseThrow(
            () -> Problem.invalid("account-invalid", new FieldError(field, "access.error.old")));
  }

  /** A password and, under it, a key of this person's own; then the second step. */
  private SignIn.Entered begin(Account account, String password, String device) {
    var made = Passwords.make(password, account.login());
    account.setPassword(made.stored());
    return secondStep.after(
        account, trust.makePerson(account.id(), made.lock()), made.codeLock(), device);
  }

  /** The first administrator makes an account with the link that the first start printed. */
  @Allowed(Permission.ANYONE)
  public SignIn.Entered becomeFirstAdministrator(
      String token,
      String login,
      String name,
      String language,
      String password,
      String again,
      String device) {
    checkPassword(password, again, Account.normalise(login));
    var link = openLink(token, OneTimeLink.Purpose.FIRST_ADMINISTRATOR);
    var account =
        add(
            new Invitation(login, name, EnumSet.of(Role.SYSTEM_ADMINISTRATOR), language, null),
            false);
    link.use(Instant.now());
    return begin(account, password, device);
  }

  /**
   * At start without any account: a fresh link, older ones end. Returns its token, or {@code null}
   * when not needed.
   */
  @Allowed(Permission.HOUSE)
  public String prepareFirstAdministrator() {
    if (!accounts.isEmpty()) {
      return null;
    }
    accounts.closeLinks(OneTimeLink.Purpose.FIRST_ADMINISTRATOR);
    var token = Tokens.make();
    accounts.addLink(
        new OneTimeLink(
            Tokens.hash(token),
            OneTimeLink.Purpose.FIRST_ADMINISTRATOR,
            null,
            Instant.now().plus(INVITATION_LASTS)));
    return token;
  }

  /** A person of the demo city, who signs in by one click and has no password. */
  @Allowed(Permission.HOUSE)
  public long addDemoPerson(Invitation person) {
    var account = add(person, true);
    Deed.about("account:" + account.id());
    trust.makePerson(account.id(), signIn.demoLock(account.login()));
    return account.id();
  }

  /** The keys of a demo person, to tell the demo city with; nobody else's. */
  @Allowed(value = Permission.HOUSE, trace = Allowed.Trace.NONE)
  public Keyring demoRing(long id) {
    var account = accounts.get(id);
    if (!account.isDemo()) {
      throw Problem.forbidden("not-yours");
    }
    return trust
        .open(id, signIn.demoLock(account.login()))
        .map(Trust.Opened::ring)
        .orElseGet(Keyring::empty);
  }

  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<Row> demoPeople() {
    return accounts.demo().stream().map(this::row).toList();
  }

  private Account add(Invitation invitation, boolean demo) {
    var errors = new java.util.ArrayList<FieldError>();
    var login = Account.normalise(invitation.login());
    if (!login.matches("[\\p{L}\\p{N}._@+-]{3,100}")) {
      errors.add(new FieldError("login", "access.error.login"));
    } else if (accounts.find(login).isPresent()) {
      errors.add(new FieldError("login", "access.error.login-taken"));
    }
    if (invitation.name() == null
        || invitation.name().isBlank()
        || invitation.name().length() > 100) {
      errors.add(new FieldError("name", "access.error.name"));
    }
    if (invitation.roles().isEmpty()) {
      errors.add(new FieldError("roles", "access.error.roles"));
    }
    if (invitation.roles().contains(Role.SYSTEM_ADMINISTRATOR)
        && Arrays.stream(Team.values()).anyMatch(t -> reads(t, invitation.roles()))) {
      errors.add(new FieldError("roles", "access.error.roles-apart"));
    }
    if (invitation.roles().contains(Role.PARTNER_USER) != (invitation.institutionId() != null)) {
      errors.add(new FieldError("institution", "access.error.institution"));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid("account-invalid", errors);
    }
    var account =
        new Account(
            login,
            vault.sealForHouse(login, "name", invitation.name().strip()),
            invitation.roles(),
            invitation.language(),
            invitation.institutionId(),
            demo,
            clock.instant());
    accounts.add(account);
    return account;
  }

  private static boolean reads(Team team, Set<Role> roles) {
    return roles.stream().anyMatch(Teams.roles(team)::contains);
  }

  private OneTimeLink openLink(String token, OneTimeLink.Purpose purpose) {
    var link = usable(accounts.lockLink(token));
    if (link.purpose() != purpose) {
      throw Problem.notFound("link-expired");
    }
    return link;
  }

  private String link(Account account) {
    accounts.closeLinksOf(account.id()); // an earlier one may lie in the wrong hands
    Deed.about("account:" + account.id());
    var token = Tokens.make();
    accounts.addLink(
        new OneTimeLink(
            Tokens.hash(token),
            OneTimeLink.Purpose.INVITATION,
            account.id(),
            Instant.now().plus(INVITATION_LASTS)));
    return token;
  }

  private static void checkPassword(String password, String again, String login) {
    NewPassword.fault(password, login)
        .ifPresent(
            fault -> {
              throw Problem.invalid(
                  "account-invalid",
                  new FieldError(
                      "password",
                      fault == NewPassword.Fault.LENGTH
                          ? "access.error.password"
                          : "access.error.password-guessed"));
            });
    if (!password.equals(again)) {
      throw Problem.invalid("account-invalid", new FieldError("again", "access.error.again"));
    }
  }

  private Row row(Account account) {
    return new Row(
        account.id(),
        account.login(),
        vault.openForHouse(account.login(), "name", account.name()),
        account.roles(),
        account.institutionId(),
        account.isActive(),
        account.isActive() && account.passwordHash() == null && !account.isDemo(),
        account.lastUsedOn());
  }
}
