package org.isonomia.casework.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.casework.Qualification;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** Somebody decided what a matter is in law. Never changed; a later decision is another row. */
@Personal(
    purpose = Purpose.CASES,
    about = {About.STAFF},
    category = {Category.CODES, Category.CONTENT, Category.ACTS})
@Entity
@Table(name = "casework_qualification")
public class QualificationDecision {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "matter_id")
  private Matter matter;

  @Enumerated(EnumType.STRING)
  private Qualification qualification;

  @Column(name = "by_account")
  private long by;

  private Instant at;

  @Column(name = "reason_sealed")
  private Sealed reason;

  protected QualificationDecision() {}

  QualificationDecision(
      Matter matter, Qualification qualification, long by, Instant at, Sealed reason) {
    this.matter = matter;
    this.qualification = qualification;
    this.by = by;
    this.at = at;
    this.reason = reason;
  }

  public Qualification qualification() {
    return qualification;
  }

  public long by() {
    return by;
  }

  public Instant at() {
    return at;
  }

  /** Sealed under (case number, "qualification"); {@code null} when none was given. */
  public Sealed reason() {
    return reason;
  }
}
