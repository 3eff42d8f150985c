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
 * That a formal letter was filed, or a signal became one, on a day. Its number lies sealed with the
 * case: the receipt is not needed to show it again. That of a letter filed at once is the number of
 * the paper of filing; that of a signal which became one is made at random.
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

  @Column(name = "came_on")
  private LocalDate cameOn;

  @Column(name = "code_sealed")
  private Sealed code;

  protected FormalAcknowledgement() {}

  /**
   * @param requested COMPLAINT_KPA, REQUEST_KPA or PETITION
   * @param cameOn the day of the letter, from which the clocks of the law run
   * @param code sealed under (number, "acknowledgement")
   */
  public FormalAcknowledgement(CaseNumber number, String requested, LocalDate cameOn, Sealed code) {
    this.number = number.value();
    this.requested = requested;
    this.cameOn = cameOn;
    this.code = code;
  }

  public CaseNumber number() {
    return new CaseNumber(number);
  }

  public String requested() {
    return requested;
  }

  public LocalDate cameOn() {
    return cameOn;
  }

  public Sealed code() {
    return code;
  }
}
