package org.isonomia.casework.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * A person of the office takes no part in a case (KPA art. 24): said by themselves, or found by
 * another. It ends when a coordinator lets the person back in, and stays in the file.
 */
@Personal(
    purpose = Purpose.CASES,
    about = {About.STAFF},
    category = {Category.CONTENT, Category.ACTS})
@Entity(name = "CaseConflict")
@Table(name = "casework_conflict")
public class Conflict {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "case_id")
  private Case of;

  private long account;

  @Column(name = "reason_sealed")
  private Sealed reason;

  @Column(name = "said_by")
  private long saidBy;

  private Instant at;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "ended_by")
  private Long endedBy;

  @Column(name = "end_reason_sealed")
  private Sealed endReason;

  protected Conflict() {}

  Conflict(Case of, long account, Sealed reason, long saidBy, Instant at) {
    this.of = of;
    this.account = account;
    this.reason = reason;
    this.saidBy = saidBy;
    this.at = at;
  }

  void end(Sealed why, long by, Instant when) {
    endReason = why;
    endedBy = by;
    endedAt = when;
  }

  public long account() {
    return account;
  }

  /** Sealed under (case number, "conflict"). */
  public Sealed reason() {
    return reason;
  }

  public long saidBy() {
    return saidBy;
  }

  public Instant at() {
    return at;
  }

  public boolean isRunning() {
    return endedAt == null;
  }

  /** {@code null} while the person is kept out. */
  public Instant endedAt() {
    return endedAt;
  }

  /** {@code null} while the person is kept out. */
  public Long endedBy() {
    return endedBy;
  }

  /** Sealed under (case number, "conflictEnd"); {@code null} while the person is kept out. */
  public Sealed endReason() {
    return endReason;
  }
}
