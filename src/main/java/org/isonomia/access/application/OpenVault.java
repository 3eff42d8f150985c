package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Accounts;
import org.isonomia.access.domain.Passkeys;
import org.isonomia.access.domain.Passwords;
import org.isonomia.access.domain.Tokens;
import org.isonomia.access.domain.VaultPhrase;
import org.isonomia.privacy.Keyring;
import org.isonomia.privacy.Trust;
import org.isonomia.privacy.Trust.Way;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/**
 * Who came in without bringing a key (by single sign-on, or by a passkey that reckons no secret)
 * opens their vault by a phrase or the password. Who has no key yet chooses a phrase, and gets one.
 */
@ApplicationScoped
@Transactional
public class OpenVault {
  @Inject Accounts accounts;
  @Inject Passkeys passkeys;
  @Inject SignIn signIn;
  @Inject Trust trust;

  /**
   * What opens the vault of whoever acts.
   *
   * @param password whether the password does
   * @param phrase whether a phrase does
   * @param choose whether there is no key yet, and a phrase is to be chosen
   * @param mayForget whether they may begin anew with another phrase, and be let in again
   */
  public record Ways(boolean password, boolean phrase, boolean choose, boolean mayForget) {}

  /** Whether who acts should bring a key now: theirs is closed, or they need one and have none. */
  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public boolean isNeeded() {
    var actor = Actor.current();
    var ways = ways();
    return !Keyring.isBrought()
        && (ways.password() || ways.phrase() || Permission.KEEP_TEAM.heldBy(actor));
  }

  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public Ways ways() {
    var account = accounts.get(Actor.current().accountId());
    var password = account.passwordHash() != null && trust.hasLock(account.id(), Way.PASSWORD);
    var phrase =
        passkeys.phraseOf(account.id()).isPresent() && trust.hasLock(account.id(), Way.PHRASE);
    var choose = trust.fingerprint(account.id()).isEmpty();
    return new Ways(password, phrase, choose, !choose && account.passwordHash() == null);
  }

  /**
   * Opens it with the phrase or the password, whichever fits.
   *
   * @param token of the session, which goes on under a new one
   * @throws Problem invalid with a field "phrase"; tooMany
   */
  @Allowed(Permission.SIGNED_IN)
  public SignIn.Entered open(String token, String typed) {
    var account = accounts.get(Actor.current().accountId());
    return proves(account, typed)
        .map(opened -> signIn.continued(session(token, account), opened))
        .orElseThrow(() -> wrong("phrase", "access.unlock.error"));
  }

  /**
   * Whether this is the person's phrase or password, with the key that it opens; for the acts of
   * this package.
   */
  Optional<Trust.Opened> proves(Account account, String typed) {
    if (typed == null || typed.isBlank() || typed.length() > 200) {
      return Optional.empty();
    }
    var phrase = passkeys.phraseOf(account.id());
    if (phrase.isPresent()) {
      var fits =
          Passwords.check(
              VaultPhrase.plain(typed), phrase.get().phraseHash(), account.login(), true);
      if (fits.isPresent()) {
        return trust.open(account.id(), Way.PHRASE, fits.get().lock());
      }
    }
    return account.passwordHash() == null
        ? Optional.empty()
        : Passwords.check(typed, account.passwordHash(), account.login(), true)
            .flatMap(fits -> trust.open(account.id(), fits.lock()));
  }

  /**
   * Somebody without a key chooses a phrase, and gets one.
   *
   * @throws Problem invalid with a field "phrase" or "again"; conflict "already-enrolled" when they
   *     have a key
   */
  @Allowed(Permission.SIGNED_IN)
  public SignIn.Entered choose(String token, String typed, String again) {
    var account = accounts.get(Actor.current().accountId());
    if (trust.fingerprint(account.id()).isPresent()) {
      throw Problem.conflict("already-enrolled");
    }
    var made = Passwords.make(checked(typed, again, account.login()), account.login());
    keep(account, made);
    return signIn.continued(
        session(token, account), trust.makePerson(account.id(), Way.PHRASE, made.lock()));
  }

  /**
   * Another phrase on the same key, for somebody whose vault is open.
   *
   * @param old the present phrase, or the password of somebody who has no phrase
   * @throws Problem invalid with a field "old", "phrase" or "again"
   */
  @Allowed(Permission.SIGNED_IN)
  public void change(String old, String typed, String again) {
    var account = accounts.get(Actor.current().accountId());
    var plain = checked(typed, again, account.login());
    var opened = proves(account, old).orElseThrow(() -> wrong("old", "access.unlock.error"));
    var made = Passwords.make(plain, account.login());
    keep(account, made);
    trust.addLock(opened, Way.PHRASE, made.lock());
  }

  /**
   * The phrase is forgotten: the key ends, with it every passkey's lock; a new phrase makes a new
   * key, which the teams have to let in again.
   *
   * @throws Problem conflict "has-password" for somebody who has a password: an administrator makes
   *     them a new link
   */
  @Allowed(Permission.SIGNED_IN)
  public void forget(String token) {
    var account = accounts.get(Actor.current().accountId());
    if (account.passwordHash() != null || account.isDemo()) {
      throw Problem.conflict("has-password");
    }
    trust.retirePerson(account.id());
    passkeys.forgetPhraseOf(account.id());
    var here = Tokens.hash(token);
    accounts.sessionsOf(account.id(), Instant.now()).stream()
        .filter(session -> !session.tokenHash().equals(here))
        .forEach(session -> session.end(Instant.now()));
  }

  /** A phrase that nobody guesses. */
  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public String propose() {
    return VaultPhrase.propose();
  }

  private void keep(Account account, Passwords.Made made) {
    var now = Instant.now();
    passkeys
        .phraseOf(account.id())
        .ifPresentOrElse(
            phrase -> phrase.change(made.stored(), now),
            () -> passkeys.add(new VaultPhrase(account.id(), made.stored(), now)));
  }

  private static String checked(String typed, String again, String login) {
    var plain = VaultPhrase.plain(typed);
    if (!VaultPhrase.isLongEnough(plain)) {
      throw wrong("phrase", "access.unlock.error.short");
    }
    if (NewPassword.isGuessed(plain, login)) {
      throw wrong("phrase", "access.error.password-guessed");
    }
    if (!plain.equals(VaultPhrase.plain(again))) {
      throw wrong("again", "access.error.again");
    }
    return plain;
  }

  private Accounts.Resumed session(String token, Account account) {
    return accounts
        .bySession(Tokens.hash(token))
        .filter(found -> found.account().id() == account.id())
        .orElseThrow(Problem::unauthenticated);
  }

  private static Problem wrong(String field, String code) {
    return Problem.invalid("vault", new FieldError(field, code));
  }
}
