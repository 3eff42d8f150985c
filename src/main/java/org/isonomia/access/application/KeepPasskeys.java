package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Accounts;
import org.isonomia.access.domain.Passkey;
import org.isonomia.access.domain.Passkeys;
import org.isonomia.access.domain.Session.Method;
import org.isonomia.privacy.Ledger;
import org.isonomia.privacy.Trust;
import org.isonomia.privacy.Trust.Way;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/**
 * A person's passkeys: added by somebody who has just shown their password or phrase, removed, and
 * signed in with. Where the authenticator can reckon a secret of its own (PRF), that secret is one
 * more lock on the person's key, and the passkey alone opens the vault.
 */
@ApplicationScoped
@Transactional
public class KeepPasskeys {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_ANSWER = 20_000;
  private static final int LOCK_BYTES = 32;

  @Inject Accounts accounts;
  @Inject Passkeys passkeys;
  @Inject PasskeyCeremony ceremony;
  @Inject OpenVault openVault;
  @Inject SignIn signIn;
  @Inject Trust trust;
  @Inject Vault vault;
  @Inject Ledger ledger;

  /**
   * One passkey, as its owner sees it.
   *
   * @param opensVault whether it opens the vault, too
   * @param suspect whether its counter went backwards
   */
  public record Line(
      long id, String name, Instant since, Instant lastUsed, boolean opensVault, boolean suspect) {}

  /** What became of a sign-in. */
  public enum Outcome {
    IN,
    UNKNOWN,
    /** Its counter went backwards: it may have been copied. */
    COPIED
  }

  /**
   * @param entered the session; {@code null} unless the outcome is IN
   */
  public record Result(Outcome outcome, SignIn.Entered entered) {
    @Override
    public String toString() {
      return "Result";
    }
  }

  /** Whether this installation's address can have passkeys. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public boolean isPossible() {
    return ceremony.isPossible();
  }

  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public List<Line> mine() {
    return passkeys.of(Actor.current().accountId()).stream()
        .map(
            p ->
                new Line(
                    p.id(),
                    vault.openForHouse(p.credential(), "name", p.name()),
                    p.since(),
                    p.lastUsedAt(),
                    trust.hasLock(p.accountId(), Way.passkey(p.id())),
                    p.isSuspect()))
        .toList();
  }

  /**
   * The question for a new passkey.
   *
   * @param secret password or vault phrase, to show that it is still this person; a demo person has
   *     none
   * @return JSON for the browser
   * @throws Problem invalid with a field "name" or "secret"; tooMany
   */
  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public String begin(String name, String secret) {
    requireName(name);
    var account = accounts.get(Actor.current().accountId());
    if (passkeys.of(account.id()).size() >= Passkey.MOST) {
      throw Problem.invalid("passkey", new FieldError("name", "access.passkey.error.many"));
    }
    if (!account.isDemo() && openVault.proves(account, secret).isEmpty()) {
      throw Problem.invalid("passkey", new FieldError("secret", "access.passkey.error.secret"));
    }
    return ceremony.askForNew(account, displayName(account));
  }

  private String displayName(Account account) {
    return vault.openForHouse(account.login(), "name", account.name());
  }

  private static void requireName(String name) {
    if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
      throw Problem.invalid("passkey", new FieldError("name", "access.passkey.error.name"));
    }
  }

  /**
   * The answer to that question.
   *
   * @param answer JSON of the browser
   * @param reckoned what the authenticator reckoned, base64url of 32 bytes; empty when it cannot
   * @throws Problem invalid with a field "name"
   */
  @Allowed(Permission.SIGNED_IN)
  public void add(String name, String answer, String reckoned) {
    requireName(name);
    var account = accounts.get(Actor.current().accountId());
    try {
      var made = ceremony.acceptNew(account, displayName(account), bounded(answer));
      if (passkeys.find(made.credential()).isPresent()) {
        throw new PasskeyCeremony.Refused(false);
      }
      var passkey =
          new Passkey(
              account.id(),
              made.credential(),
              made.userHandle(),
              made.coseKey(),
              vault.sealForHouse(made.credential(), "name", name.strip()),
              made.counter(),
              Instant.now());
      passkeys.add(passkey);
      lock(reckoned)
          .ifPresent(
              lock ->
                  trust
                      .brought()
                      .ifPresent(key -> trust.addLock(key, Way.passkey(passkey.id()), lock)));
    } catch (PasskeyCeremony.Refused e) {
      throw Problem.invalid("passkey", new FieldError("name", "access.passkey.error.answer"));
    }
  }

  private static String bounded(String answer) throws PasskeyCeremony.Refused {
    if (answer == null || answer.length() > LONGEST_ANSWER) {
      throw new PasskeyCeremony.Refused(false);
    }
    return answer;
  }

  private static Optional<byte[]> lock(String reckoned) {
    try {
      return Optional.ofNullable(reckoned)
          .map(text -> Base64.getUrlDecoder().decode(text))
          .filter(bytes -> bytes.length == LOCK_BYTES);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Removes one of one's own; it signs nobody in and opens nothing. Others' numbers do nothing. */
  @Allowed(Permission.SIGNED_IN)
  public void remove(long id) {
    var account = Actor.current().accountId();
    passkeys.of(account).stream()
        .filter(passkey -> passkey.id() == id)
        .forEach(
            passkey -> {
              trust.removeLock(account, Way.passkey(id));
              passkeys.remove(passkey);
              // it may be lost: a restore must not bring it back
              ledger.note(Ledger.Kind.DEPARTED, "PASSKEY/" + id + "/" + account);
            });
  }

  /** The question at sign-in, for whichever passkey of this house is at hand; JSON. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public String ask() {
    return ceremony.askForAny();
  }

  /**
   * Signs in. A code is not asked: the passkey is two things at once. Without a reckoned secret the
   * session has no key yet, and {@link OpenVault} asks for it.
   */
  @Allowed(Permission.ANYONE)
  public Result signIn(String answer, String reckoned, String device) {
    var unknown = new Result(Outcome.UNKNOWN, null);
    try {
      var named = ceremony.named(bounded(answer)).flatMap(passkeys::lock);
      if (named.filter(Passkey::isSuspect).isPresent()) {
        return new Result(Outcome.COPIED, null);
      }
      var answered = ceremony.accept(answer);
      return named
          .filter(p -> p.credential().equals(answered.credential()))
          .map(p -> enter(p, answered.counter(), reckoned, device))
          .orElse(unknown);
    } catch (PasskeyCeremony.Refused refused) {
      if (!refused.isCounter()) {
        return unknown;
      }
      ceremony.named(answer).flatMap(passkeys::find).ifPresent(p -> p.suspect(Instant.now()));
      return new Result(Outcome.COPIED, null);
    }
  }

  private Result enter(Passkey passkey, long counter, String reckoned, String device) {
    var account = accounts.get(passkey.accountId());
    if (!account.isActive()) {
      return new Result(Outcome.UNKNOWN, null);
    }
    passkey.used(counter, Instant.now());
    var opened =
        account.isDemo()
            ? trust.open(account.id(), signIn.demoLock(account.login()))
            : lock(reckoned)
                .flatMap(lock -> trust.open(account.id(), Way.passkey(passkey.id()), lock));
    return new Result(
        Outcome.IN, signIn.open(account, opened.orElse(null), Method.PASSKEY, device));
  }
}
