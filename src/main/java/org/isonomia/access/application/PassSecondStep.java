package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.Permission;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Accounts;
import org.isonomia.access.domain.Codes;
import org.isonomia.access.domain.HalfSession;
import org.isonomia.access.domain.Passwords;
import org.isonomia.access.domain.RecoveryCode;
import org.isonomia.access.domain.SecondStep;
import org.isonomia.access.domain.Session.Method;
import org.isonomia.access.domain.Tokens;
import org.isonomia.privacy.HouseSecret;
import org.isonomia.privacy.Trust;
import org.isonomia.privacy.UnderKey;

/**
 * What follows a right password: a code from the person's telephone or from paper. Who has neither
 * yet gets them here, before anything else. Until then there is no session, only a half one.
 */
@ApplicationScoped
@Transactional
public class PassSecondStep {
  static final Duration LASTS = Duration.ofMinutes(15);
  private static final String SECRET = "secret of the second step";

  @Inject Accounts accounts;
  @Inject SignIn signIn;
  @Inject Trust trust;
  @Inject HouseSecret house;

  @Inject
  @ConfigProperty(name = "isonomia.totp.required", defaultValue = "true")
  boolean required;

  /**
   * What the page shows.
   *
   * @param letters the secret for the telephone, in letters; {@code null} for somebody who has one
   * @param address the same for the QR code
   */
  public record Shown(String login, String letters, String address) {
    public boolean isEnrolling() {
      return letters != null;
    }

    @Override
    public String toString() {
      return "Shown";
    }
  }

  /** What became of a code. */
  public enum Outcome {
    IN,
    WRONG,
    /** Not tried: after many wrong ones there is a pause. */
    LATER,
    /** Too many wrong ones, or too late: the password is asked again. */
    OVER
  }

  /**
   * @param entered the session, when the code was right
   * @param paper new codes for paper, to be shown this once; empty unless somebody has just begun
   * @param pause how long no code of a telephone is tried; zero unless the outcome is LATER
   */
  public record Result(
      Outcome outcome, SignIn.Entered entered, List<String> paper, Duration pause) {
    static Result not(Outcome outcome) {
      return new Result(outcome, null, List.of(), Duration.ZERO);
    }

    @Override
    public String toString() {
      return "Result";
    }
  }

  /** The password was right; for the acts of this package only. */
  SignIn.Entered after(Account account, Passwords.Fits fits, String device) {
    var opened = trust.open(account.id(), fits.lock()).orElse(null);
    return after(account, opened, fits.codeLock(), device);
  }

  SignIn.Entered after(Account account, Trust.Opened opened, byte[] codeLock, String device) {
    var secret =
        accounts
            .findSecondStep(account.id())
            .flatMap(step -> UnderKey.open(codeLock, SECRET, step.secret()));
    return secret.isPresent() || required
        ? half(account, opened, codeLock, secret.orElse(null), false)
        : signIn.open(account, opened, Method.PASSWORD, device);
  }

  /** Another telephone, and new codes on paper: as the first time. */
  SignIn.Entered anew(Account account, Trust.Opened opened, byte[] codeLock) {
    return half(account, opened, codeLock, null, true);
  }

  private SignIn.Entered half(
      Account account, Trust.Opened opened, byte[] codeLock, byte[] known, boolean replaces) {
    var token = Tokens.make();
    var secret = known == null ? Codes.newSecret() : known;
    accounts.addHalfSession(
        new HalfSession(
            Tokens.hash(token),
            account.id(),
            opened == null ? 0 : opened.keyId(),
            opened == null ? null : opened.keepFor(token),
            UnderKey.seal(token, SECRET, secret),
            known == null ? UnderKey.seal(codeLock, SECRET, secret) : null,
            replaces,
            Instant.now().plus(LASTS)));
    return new SignIn.Entered(token, true, null);
  }

  /** A changed password locks the same secret. */
  void relock(long accountId, byte[] before, byte[] after) {
    accounts
        .lockSecondStep(accountId)
        .ifPresent(
            step ->
                UnderKey.open(before, SECRET, step.secret())
                    .ifPresent(secret -> step.relock(UnderKey.seal(after, SECRET, secret))));
  }

  /** Empty when there is no half session, or its time is over. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<Shown> show(String token) {
    return accounts
        .findHalfSession(Tokens.hash(token))
        .filter(half -> half.isOpen(Instant.now()))
        .map(half -> shown(half, token));
  }

  private Shown shown(HalfSession half, String token) {
    var login = accounts.get(half.accountId()).login();
    if (!half.isEnrolling()) {
      return new Shown(login, null, null);
    }
    var secret = secret(half, token);
    return new Shown(login, Codes.letters(secret), Codes.address(login, secret));
  }

  private static byte[] secret(HalfSession half, String token) {
    return UnderKey.open(token, SECRET, half.secret())
        .orElseThrow(() -> new IllegalStateException("a half session does not open"));
  }

  /**
   * The code that was typed. A wrong one is no exception: that it was tried must be kept.
   *
   * @param typed digits from the telephone or a code from paper
   */
  @Allowed(Permission.ANYONE)
  public Result handle(String token, String typed, SignIn.Visit visit) {
    var now = Instant.now();
    var hash = Tokens.hash(token);
    var account = accounts.lockAccountOfHalfSession(hash).filter(Account::isActive).orElse(null);
    var half =
        account == null
            ? null
            : accounts.lockHalfSession(hash).filter(h -> h.isOpen(now)).orElse(null);
    if (half == null) {
      return Result.not(Outcome.OVER);
    }
    Deed.about("account:" + account.id());
    return half.isEnrolling()
        ? enrol(account, half, token, typed, visit)
        : compare(account, half, token, typed, visit);
  }

  private Result compare(
      Account account, HalfSession half, String token, String typed, SignIn.Visit visit) {
    var now = Instant.now();
    var kept = accounts.lockSecondStep(account.id()).orElse(null);
    if (kept == null) {
      return wrong(half, now);
    }
    if (Codes.isFromPaper(typed)) {
      var code = accounts.recoveryCode(account.id(), hash(account.id(), typed));
      code.ifPresent(c -> c.use(now));
      return code.isPresent() ? in(account, half, token, List.of(), visit) : wrong(half, now);
    }
    var known = signIn.isKnown(account.login(), visit);
    var pause = kept.wait(known, now);
    if (!pause.isZero()) {
      Deed.refused("too-many-codes");
      return new Result(Outcome.LATER, null, List.of(), pause);
    }
    var step = Codes.step(secret(half, token), typed, now, kept.lastStep());
    if (step.isEmpty()) {
      kept.wrongCode(known, now);
      return wrong(half, now);
    }
    kept.used(step.getAsLong());
    return in(account, half, token, List.of(), visit);
  }

  /** Whoever comes second with a first telephone has lost: somebody else with the password did. */
  private Result enrol(
      Account account, HalfSession half, String token, String typed, SignIn.Visit visit) {
    var now = Instant.now();
    if (!half.mayEnrol(accounts.hasSecondStep(account.id()))) {
      Deed.refused("telephone-set-up-meanwhile");
      accounts.endHalfSession(Tokens.hash(token));
      return Result.not(Outcome.OVER);
    }
    var step = Codes.step(secret(half, token), typed, now, 0);
    if (step.isEmpty()) {
      return wrong(half, now);
    }
    var paper = Codes.forPaper();
    accounts.setSecondStep(
        account.id(),
        new SecondStep(account.id(), half.kept(), step.getAsLong(), now),
        paper.stream().map(c -> new RecoveryCode(account.id(), hash(account.id(), c))).toList());
    var result = in(account, half, token, paper, visit);
    accounts.endHalfSessionsOf(account.id());
    return result;
  }

  private Result in(
      Account account, HalfSession half, String token, List<String> paper, SignIn.Visit visit) {
    var ring = Trust.reopenedFrom(token, half.keyId(), half.opened());
    accounts.endHalfSession(Tokens.hash(token));
    return new Result(
        Outcome.IN,
        signIn.open(account, ring.orElse(null), Method.PASSWORD, visit.device()),
        paper,
        Duration.ZERO);
  }

  private static Result wrong(HalfSession half, Instant now) {
    half.wrongCode();
    Deed.refused("wrong-code");
    return Result.not(half.isOpen(now) ? Outcome.WRONG : Outcome.OVER);
  }

  private String hash(long accountId, String code) {
    return Codes.hash(house.key("codes on paper"), accountId, code);
  }

  @Allowed(Permission.ANYONE)
  public void leave(String token) {
    accounts.endHalfSession(Tokens.hash(token));
  }

  /**
   * What a person has for the second step.
   *
   * @param since when the telephone was set up; {@code null} without one
   * @param paperLeft unused codes on paper
   */
  public record Mine(Instant since, long paperLeft) {}

  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public Mine mine() {
    var id = Actor.current().accountId();
    return accounts
        .findSecondStep(id)
        .map(step -> new Mine(step.since(), accounts.recoveryCodesLeft(id)))
        .orElseGet(() -> new Mine(null, 0));
  }
}
