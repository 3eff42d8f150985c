package org.isonomia.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** A receipt was lost and another one made; the reporter reads when, and by which role. */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER},
    category = {Category.ACTS})
@Entity
@Table(name = "intake_receipt_renewal")
public class ReceiptRenewal {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  private String number;
  private String role;

  @Column(name = "renewed_at")
  private Instant at;

  protected ReceiptRenewal() {}

  /**
   * @param role code of the role in which somebody made it
   */
  public ReceiptRenewal(CaseNumber number, String role, Instant at) {
    this.number = number.value();
    this.role = role;
    this.at = at;
  }

  public String role() {
    return role;
  }

  public Instant at() {
    return at;
  }
}
