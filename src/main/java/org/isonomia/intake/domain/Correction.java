package org.isonomia.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** What stood in a report until its reporter corrected it; written once. */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER},
    category = {Category.CONTENT, Category.IDENTITY, Category.CONTACT})
@Entity
@Table(name = "intake_correction")
public class Correction {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  private String number;
  private String field;

  @Column(name = "before_sealed")
  private Sealed before;

  @Column(name = "corrected_at")
  private Instant at;

  protected Correction() {}

  /**
   * @param before as it lay in the report, bound to the same number and field; {@code null} when
   *     nothing stood there
   */
  public Correction(CaseNumber number, String field, Sealed before, Instant at) {
    this.number = number.value();
    this.field = field;
    this.before = before;
    this.at = at;
  }

  public String field() {
    return field;
  }

  public Sealed before() {
    return before;
  }

  public Instant at() {
    return at;
  }
}
