package org.isonomia.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * A report that is being written, and the receipt it will have. Found by the hash of a random
 * cookie and locked under the cookie itself, so that nobody in the house can read it. Once filed it
 * holds no answers any more, only the receipt, for half an hour: a double click or a lost
 * connection shows the same receipt. Its times are real time.
 */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER, About.RESPONDENT},
    category = {Category.CONTENT, Category.IDENTITY, Category.CONTACT, Category.SECRETS})
@Entity
@Table(name = "intake_draft")
public class Draft {
  /** How long an unfinished report is kept. */
  public static final Duration KEPT = Duration.ofDays(7);

  /** How long the receipt of a filed one is shown again. */
  public static final Duration SHOWN = Duration.ofMinutes(30);

  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "answers_sealed")
  private Sealed answers;

  @Column(name = "receipt_sealed")
  private Sealed receipt;

  private String number;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Version private long version;

  protected Draft() {}

  /**
   * @param now real time
   */
  public Draft(String tokenHash, Sealed answers, Sealed receipt, Instant now) {
    this.tokenHash = tokenHash;
    this.answers = answers;
    this.receipt = receipt;
    this.createdAt = now;
    this.expiresAt = now.plus(KEPT);
  }

  public void keep(Sealed answers, Instant now) {
    this.answers = answers;
    this.expiresAt = now.plus(KEPT);
  }

  public void becomeFiled(CaseNumber filed, Sealed nothing, Instant now) {
    this.number = filed.value();
    this.answers = nothing;
    this.expiresAt = now.plus(SHOWN);
  }

  public boolean isFiled() {
    return number != null;
  }

  public CaseNumber number() {
    return number == null ? null : new CaseNumber(number);
  }

  public String tokenHash() {
    return tokenHash;
  }

  public Sealed answers() {
    return answers;
  }

  public Sealed receipt() {
    return receipt;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
