package org.isonomia.partner.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * An institution may make its key until a day: one of its users types a secret that came in one way
 * and a PIN that came by telephone. A few wrong tries end it, so that nobody guesses the PIN.
 */
@Personal(
    purpose = Purpose.REFERRALS,
    about = {About.PARTNER},
    category = {Category.SECRETS})
@Entity
@Table(name = "partner_enrolment")
public class Enrolment {
  /** Days it lasts, the day it is made not counted. */
  public static final int LASTS_DAYS = 14;

  /** Wrong tries after which it takes none. */
  public static final int TRIES = 5;

  @Id
  @Column(name = "institution_id")
  private long institutionId;

  @Column(name = "verifier_hash")
  private String verifier;

  @Column(name = "made_by")
  private long madeBy;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "last_day")
  private LocalDate lastDay;

  private int wrong;

  @Version private long version;

  protected Enrolment() {}

  /**
   * @param verifier what recognises secret and PIN together; 64 hexadecimal digits
   * @param madeBy account of the case handler
   */
  public Enrolment(
      long institutionId, String verifier, long madeBy, Instant madeAt, LocalDate today) {
    this.institutionId = institutionId;
    makeAnew(verifier, madeBy, madeAt, today);
  }

  /** A new secret; the one before is dead. */
  public void makeAnew(String verifier, long madeBy, Instant madeAt, LocalDate today) {
    this.verifier = verifier;
    this.madeBy = madeBy;
    this.madeAt = madeAt;
    this.lastDay = today.plusDays(LASTS_DAYS);
    this.wrong = 0;
  }

  public boolean isOpen(LocalDate today) {
    return wrong < TRIES && !today.isAfter(lastDay);
  }

  public void wrongTry() {
    wrong++;
  }

  public String verifier() {
    return verifier;
  }

  /** The last day on which it can be used. */
  public LocalDate lastDay() {
    return lastDay;
  }
}
