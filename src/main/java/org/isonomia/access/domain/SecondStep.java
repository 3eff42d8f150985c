package org.isonomia.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * The secret that a person's telephone makes codes of. It is sealed under a part of the password's
 * derivation: who steals database and configuration cannot reckon a code. It ends with the
 * password.
 */
@Entity
@Personal(
    purpose = Purpose.STAFF,
    about = {About.STAFF, About.PARTNER},
    category = {Category.SECRETS})
@Table(name = "access_second_step")
public class SecondStep {
  /** So many wrong codes in a row cost no time. */
  public static final int FREE = 10;

  static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  @Id
  @Column(name = "account_id")
  private long accountId;

  @Column(name = "secret_sealed")
  private Sealed secret;

  @Column(name = "last_step")
  private long lastStep;

  private Instant since;

  private int wrong;

  @Column(name = "wrong_at")
  private Instant wrongAt;

  @Column(name = "wrong_known")
  private int wrongKnown;

  @Column(name = "wrong_known_at")
  private Instant wrongKnownAt;

  protected SecondStep() {}

  public SecondStep(long accountId, Sealed secret, long lastStep, Instant since) {
    this.accountId = accountId;
    this.secret = secret;
    this.lastStep = lastStep;
    this.since = since;
  }

  public Sealed secret() {
    return secret;
  }

  /** The same secret under the lock of a new password. */
  public void relock(Sealed under) {
    this.secret = under;
  }

  public long lastStep() {
    return lastStep;
  }

  /** A code works once; neither it nor an earlier one works afterwards. The count of wrong ends. */
  public void used(long step) {
    this.lastStep = step;
    this.wrong = 0;
    this.wrongKnown = 0;
  }

  /**
   * @param known whether in a browser in which this person has signed in before: those are counted
   *     apart, and strangers do not slow them
   */
  public void wrongCode(boolean known, Instant now) {
    if (known) {
      wrongKnown++;
      wrongKnownAt = now;
    } else {
      wrong++;
      wrongAt = now;
    }
  }

  /**
   * How long no code of the telephone is tried: after {@link #FREE} wrong ones in a row twice as
   * long each time, up to a bound. It is never a lock.
   */
  public Duration wait(boolean known, Instant now) {
    var many = known ? wrongKnown : wrong;
    if (many < FREE) {
      return Duration.ZERO;
    }
    var doubled = Duration.ofSeconds(1L << Math.min(many - FREE + 1, 20));
    var pause = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    var left = Duration.between(now, (known ? wrongKnownAt : wrongAt).plus(pause));
    return left.isNegative() ? Duration.ZERO : left;
  }

  public Instant since() {
    return since;
  }
}
