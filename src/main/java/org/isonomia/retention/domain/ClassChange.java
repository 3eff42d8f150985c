package org.isonomia.retention.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.Period;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** What a class was until somebody changed it, who that was and why. Never changed. */
@Personal(
    purpose = Purpose.PROOF,
    about = {About.STAFF},
    category = {Category.ACTS})
@Entity
@Table(name = "retention_class_change")
public class ClassChange {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  private String qualification;

  @Column(name = "archive_class")
  private String archiveClass;

  @Enumerated(EnumType.STRING)
  private RetentionClass.Start starts;

  private String period;

  @Enumerated(EnumType.STRING)
  private Ending ending;

  private String basis;

  @Column(name = "reason_sealed")
  private Sealed reason;

  @Column(name = "by_account")
  private long by;

  private Instant at;

  protected ClassChange() {}

  /**
   * @param reason sealed for the house under (qualification, "reason")
   */
  public ClassChange(
      String qualification, RetentionClass.Rule before, Sealed reason, long by, Instant at) {
    this.qualification = qualification;
    this.archiveClass = before.archiveClass();
    this.starts = before.starts();
    this.period = before.period().toString();
    this.ending = before.ending();
    this.basis = before.basis();
    this.reason = reason;
    this.by = by;
    this.at = at;
  }

  public RetentionClass.Rule before() {
    return new RetentionClass.Rule(archiveClass, starts, Period.parse(period), ending, basis);
  }

  public Sealed reason() {
    return reason;
  }

  public long by() {
    return by;
  }

  public Instant at() {
    return at;
  }
}
