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
    var fits = Passwords.fits(password, account.map(Account::passwordHash).orElse(null));
    return account.filter(a -> fits).map(this::open);
  }

  /** One click in the demo city; anywhere else there are no demo accounts. */
  @Allowed(Permission.ANYONE)
  public Optional<String> asDemoPerson(String login) {
    return demo
        ? accounts.find(login).filter(Account::isActive).filter(Account::isDemo).map(this::open)
        : Optional.empty();
  }

  @Allowed(Permission.ANYONE)
  public Optional<Actor> resume(String token) {
    var now = Instant.now();
    var hash = Tokens.hash(token);
    var account = accounts.bySession(hash, now, now.minus(Duration.ofMinutes(idleMinutes)));
    account.ifPresent(a -> accounts.touchSession(hash, now));
    return account.map(Account::actor);
  }

  @Allowed(Permission.ANYONE)
  public void signOut(String token) {
    accounts.endSession(Tokens.hash(token));
  }

  /** Only for the acts of this package that have just proven who somebody is. */
  String open(Account account) {
    var now = Instant.now();
    accounts.endExpired(now);
    var token = Tokens.make();
    accounts.addSession(new Session(Tokens.hash(token), account.id(), now, now.plus(WORKING_DAY)));
    return token;
  }
}
