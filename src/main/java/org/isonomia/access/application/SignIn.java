package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Accounts;
import org.isonomia.access.domain.KnownBrowser;
import org.isonomia.access.domain.Passwords;
import org.isonomia.access.domain.Session;
import org.isonomia.access.domain.Session.Method;
import org.isonomia.access.domain.Session.State;
import org.isonomia.access.domain.Tokens;
import org.isonomia.privacy.HouseSecret;
import org.isonomia.privacy.Keyring;
import org.isonomia.privacy.Trust;
import org.isonomia.shared.Problem;

/**
 * Makes, finds, unlocks and ends sessions. Whatever way a person proves who they are, the result is
 * the same: a row and a token, made in {@link #open}. Times are real time, because a thief does not
 * wait for the city's clock.
 */
@ApplicationScoped
@Transactional
public class SignIn {
  /** After this a person signs in anew, whatever they did. */
  public static final Duration WORKING_DAY = Duration.ofHours(10);

  @Inject Accounts accounts;
  @Inject PassSecondStep secondStep;
  @Inject Absences absences;
  @Inject Trust trust;
  @Inject HouseSecret house;

  @Inject
  @ConfigProperty(name = "isonomia.demo", defaultValue = "false")
  boolean demo;

  @Inject
  @ConfigProperty(name = "isonomia.oidc.only", defaultValue = "false")
  boolean ssoOnly;

  @Inject
  @ConfigProperty(name = "isonomia.session.idle.minutes", defaultValue = "15")
  long idleMinutes;

  /**
   * Where somebody signs in.
   *
   * @param device browser and system, such as {@code Firefox, Android}
   * @param known what {@link Entered#known} gave this browser before; {@code null} without
   */
  public record Visit(String device, String known) {}

  /**
   * Somebody has shown who they are.
   *
   * @param token for the cookie of the session, or of the half session
   * @param half whether the second step is still to come: the token opens its page only
   * @param known what the browser may keep to be known by next time; {@code null} for a half
   *     session
   */
  public record Entered(String token, boolean half, String known) {
    @Override
    public String toString() {
      return "Entered";
    }
  }

  /**
   * @return empty when login and password do not fit; a miss costs what a hit costs, and no number
   *     of misses locks anybody out
   * @throws Problem tooMany when too many sign in at this moment
   */
  @Allowed(Permission.ANYONE)
  public Optional<Entered> withPassword(String login, String password, Visit visit) {
    var account = accounts.find(login).filter(Account::isActive).filter(this::mayUsePassword);
    account.ifPresent(a -> Deed.about("account:" + a.id()));
    var fits =
        Passwords.check(
            password,
            account.map(Account::passwordHash).orElse(null),
            Account.normalise(login),
            isKnown(login, visit));
    if (account.isEmpty() || fits.isEmpty()) {
      Deed.refused("wrong-password");
    }
    return account.flatMap(a -> fits.map(f -> secondStep.after(a, f, visit.device())));
  }

  /** Where the single sign-on is the only way for staff, passwords are for institutions. */
  private boolean mayUsePassword(Account account) {
    return !ssoOnly || account.roles().equals(Set.of(Role.PARTNER_USER));
  }

  /** One click in the demo city; anywhere else there are no demo accounts. */
  @Allowed(Permission.ANYONE)
  public Optional<Entered> asDemoPerson(String login, Visit visit) {
    return demo
        ? accounts
            .find(login)
            .filter(Account::isActive)
            .filter(Account::isDemo)
            .map(a -> open(a, demoKey(a), Method.DEMO, visit.device()))
        : Optional.empty();
  }

  /**
   * What a demo person brings instead of a password follows from the configuration: a demo city
   * protects nothing.
   */
  byte[] demoLock(String login) {
    return house.key("demo person " + login);
  }

  private Trust.Opened demoKey(Account account) {
    return trust.open(account.id(), demoLock(account.login())).orElse(null);
  }

  /**
   * Who acts in a session, and what they have brought.
   *
   * @param ring empty unless the session is open
   * @param sessionId number of the row
   */
  public record Resumed(Actor actor, Keyring ring, State state, Method method, long sessionId) {
    public boolean isOpen() {
      return state == State.OPEN;
    }
  }

  /** The session of a token; a locked or ended one is told, too, and opens nothing. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<Resumed> resume(String token) {
    var now = Instant.now();
    var hash = Tokens.hash(token);
    return accounts.bySession(hash).map(found -> resumed(found, token, hash, now));
  }

  private Resumed resumed(Accounts.Resumed found, String token, String hash, Instant now) {
    var session = found.session();
    var state = session.state(now, idle());
    var ring = Keyring.empty();
    switch (state) {
      case OPEN -> {
        accounts.touchSession(hash, now);
        ring = Trust.reopen(token, session.keyId(), session.opened());
      }
      case LOCKED -> session.lock(now);
      case ENDED -> session.end(now);
    }
    return new Resumed(
        absences.standingIn(found.account().actor()), ring, state, session.method(), session.id());
  }

  /**
   * A locked session is open again, under a new token; it still ends when it would have ended. The
   * second step is not asked again within the day.
   *
   * @param password {@code null} for a demo person, who clicks
   * @return empty when the password does not fit
   * @throws Problem unauthenticated when the session has ended meanwhile
   */
  @Allowed(Permission.ANYONE)
  public Optional<Entered> unlock(String token, String password) {
    var found =
        accounts
            .bySession(Tokens.hash(token))
            .filter(f -> f.session().state(Instant.now(), idle()) != State.ENDED)
            .orElseThrow(Problem::unauthenticated);
    var account = found.account();
    Deed.about("account:" + account.id());
    if (account.isDemo()) {
      return demo ? Optional.of(continued(found, demoKey(account))) : Optional.empty();
    }
    var fitting =
        Passwords.check(
            password == null ? "" : password, account.passwordHash(), account.login(), true);
    if (fitting.isEmpty()) {
      Deed.refused("wrong-password");
    }
    return fitting.map(
        fits -> continued(found, trust.open(account.id(), fits.lock()).orElse(null)));
  }

  /**
   * The same sign-in goes on under a new token; for the acts of this package that have just proven
   * anew who somebody is.
   */
  Entered continued(Accounts.Resumed before, Trust.Opened opened) {
    var old = before.session();
    var token = Tokens.make();
    var session = session(token, before.account(), opened, old.method(), old.device());
    session.continues(old);
    accounts.addSession(session);
    accounts.endSession(old.tokenHash());
    return new Entered(token, false, KnownBrowser.make(knownKey(), before.account().login()));
  }

  @Allowed(Permission.ANYONE)
  public void signOut(String token) {
    accounts.endSession(Tokens.hash(token));
  }

  /** What proves that a form was begun by this person; says nothing to anybody else. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public String markOf(Actor actor) {
    return java.util.HexFormat.of()
        .formatHex(house.key("form begun by " + actor.accountId()))
        .substring(0, 32);
  }

  /**
   * The one place where sessions begin; only for the acts of this package that have just proven who
   * somebody is.
   *
   * @param opened the person's private key, or {@code null} when they have none
   * @param device see {@link Visit#device}
   */
  Entered open(Account account, Trust.Opened opened, Method method, String device) {
    var now = Instant.now();
    accounts.endExpired(now, now.minus(idle()));
    Deed.about("account:" + account.id());
    var token = Tokens.make();
    accounts.addSession(session(token, account, opened, method, device));
    return new Entered(token, false, KnownBrowser.make(knownKey(), account.login()));
  }

  private static Session session(
      String token, Account account, Trust.Opened opened, Method method, String device) {
    var now = Instant.now();
    return new Session(
        Tokens.hash(token),
        account.id(),
        method,
        device,
        opened == null ? 0 : opened.keyId(),
        opened == null ? null : opened.keepFor(token),
        now,
        now.plus(WORKING_DAY));
  }

  private Duration idle() {
    return Duration.ofMinutes(idleMinutes);
  }

  /** Whether this person has signed in here before. */
  boolean isKnown(String login, Visit visit) {
    return KnownBrowser.fits(knownKey(), login, visit.known());
  }

  private byte[] knownKey() {
    return house.key("known browser");
  }

  /** One line of a person's own sessions. */
  public record Line(
      long id,
      Instant since,
      Instant lastUsed,
      Method method,
      String device,
      boolean locked,
      boolean here) {}

  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public List<Line> mine(String token) {
    var now = Instant.now();
    var here = token == null ? "" : Tokens.hash(token);
    return accounts.sessionsOf(Actor.current().accountId(), now).stream()
        .map(
            s ->
                new Line(
                    s.id(),
                    s.createdAt(),
                    s.lastSeenAt(),
                    s.method(),
                    s.device(),
                    s.state(now, idle()) == State.LOCKED,
                    s.tokenHash().equals(here)))
        .toList();
  }

  /** Ends one of one's own sessions; somebody else's number does nothing. */
  @Allowed(Permission.SIGNED_IN)
  public void endMine(long id) {
    Deed.about("account:" + Actor.current().accountId());
    var now = Instant.now();
    accounts.sessionsOf(Actor.current().accountId(), now).stream()
        .filter(session -> session.id() == id)
        .forEach(session -> session.end(now));
  }

  /** Signs out everywhere, here too. */
  @Allowed(Permission.SIGNED_IN)
  public void endAllMine() {
    Deed.about("account:" + Actor.current().accountId());
    accounts.endSessionsOf(Actor.current().accountId());
  }
}
