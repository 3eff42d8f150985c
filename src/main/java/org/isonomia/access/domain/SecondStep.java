package org.isonomia.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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
  @Id
  @Column(name = "account_id")
  private long accountId;

  @Column(name = "secret_sealed")
  private Sealed secret;

  @Column(name = "last_step")
  private long lastStep;

  private Instant since;

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

  /** A code works once; neither it nor an earlier one works afterwards. */
  public void used(long step) {
    this.lastStep = step;
  }

  public Instant since() {
    return since;
  }
}
