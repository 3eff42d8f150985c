package org.isonomia.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * That a signal became a formal letter on a day. Its number is made at random: it follows from no
 * receipt, and the receipt is not needed to show it again.
 */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER},
    category = {Category.CODES, Category.CONTENT})
@Entity
@Table(name = "intake_formal_acknowledgement")
public class FormalAcknowledgement {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  private String number;
  private String requested;

  @Column(name = "issued_on")
  private LocalDate issuedOn;

  @Column(name = "code_sealed")
  private Sealed code;

  protected FormalAcknowledgement() {}

  /**
   * @param requested COMPLAINT_KPA, REQUEST_KPA or PETITION
   * @param issuedOn the day on which the clocks of the law began
   * @param code sealed under (number, "acknowledgement")
   */
  public FormalAcknowledgement(
      CaseNumber number, String requested, LocalDate issuedOn, Sealed code) {
    this.number = number.value();
    this.requested = requested;
    this.issuedOn = issuedOn;
    this.code = code;
  }

  public CaseNumber number() {
    return new CaseNumber(number);
  }

  public String requested() {
    return requested;
  }

  public LocalDate issuedOn() {
    return issuedOn;
  }

  public Sealed code() {
    return code;
  }
}
