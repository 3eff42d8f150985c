package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Accounts;
import org.isonomia.access.domain.Passwords;
import org.isonomia.access.domain.Session;
import org.isonomia.access.domain.Tokens;
import org.isonomia.privacy.HouseSecret;
import org.isonomia.privacy.Keyring;
import org.isonomia.privacy.Trust;

/**
 * Makes, finds and ends sessions. Whatever way a person proves who they are, the result is the
 * same: a row and a token. Times are real time, because a thief does not wait for the city's clock.
 */
@ApplicationScoped
@Transactional
public class SignIn {
  /** After this a person signs in anew, whatever they did. */
  public static final Duration WORKING_DAY = Duration.ofHours(10);

  @Inject Accounts accounts;
  @Inject Absences absences;
  @Inject Trust trust;
  @Inject HouseSecret house;

  @Inject
  @ConfigProperty(name = "isonomia.demo", defaultValue = "false")
  boolean demo;

  @Inject
  @ConfigProperty(name = "isonomia.session.idle.minutes", defaultValue = "60")
  long idleMinutes;

  /**
   * @return the session's token for the cookie, or empty when login and password do not fit; a miss
   *     costs what a hit costs, and no number of misses locks anybody out
   */
  @Allowed(Permission.ANYONE)
  public Optional<String> withPassword(String login, String password) {
    var account = accounts.find(login).filter(Account::isActive);
    var lock = Passwords.check(password, account.map(Account::passwordHash).orElse(null));
    return account.flatMap(a -> lock.map(l -> open(a, trust.open(a.id(), l).orElse(null))));
  }

  /** One click in the demo city; anywhere else there are no demo accounts. */
  @Allowed(Permission.ANYONE)
  public Optional<String> asDemoPerson(String login) {
    return demo
        ? accounts
            .find(login)
            .filter(Account::isActive)
            .filter(Account::isDemo)
            .map(a -> open(a, trust.open(a.id(), demoLock(a.login())).orElse(null)))
        : Optional.empty();
  }

  /**
   * What a demo person brings instead of a password follows from the configuration: a demo city
   * protects nothing.
   */
  byte[] demoLock(String login) {
    return house.key("demo person " + login);
  }

  /** Who acts in a session, and what they have brought. */
  public record Resumed(Actor actor, Keyring ring) {}

  @Allowed(Permission.ANYONE)
  public Optional<Resumed> resume(String token) {
    var now = Instant.now();
    var hash = Tokens.hash(token);
    var open = accounts.bySession(hash, now, now.minus(Duration.ofMinutes(idleMinutes)));
    open.ifPresent(a -> accounts.touchSession(hash, now));
    return open.map(
        o ->
            new Resumed(
                absences.standingIn(o.account().actor()),
                Trust.reopen(token, o.session().keyId(), o.session().opened())));
  }

  @Allowed(Permission.ANYONE)
  public void signOut(String token) {
    accounts.endSession(Tokens.hash(token));
  }

  /**
   * Only for the acts of this package that have just proven who somebody is.
   *
   * @param opened the person's private key, or {@code null} when they have none
   */
  String open(Account account, Trust.Opened opened) {
    var now = Instant.now();
    accounts.endExpired(now);
    var token = Tokens.make();
    accounts.addSession(
        new Session(
            Tokens.hash(token),
            account.id(),
            opened == null ? 0 : opened.keyId(),
            opened == null ? null : opened.keepFor(token),
            now,
            now.plus(WORKING_DAY)));
    return token;
  }
}
