package org.isonomia.casework.domain;

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

/**
 * Somebody opened who a CONFIDENTIAL reporter is. Written in the transaction that opens it and
 * never changed; the office reads it whole, the reporter without the reason.
 */
@Personal(
    purpose = Purpose.PROOF,
    about = {About.STAFF, About.REPORTER},
    category = {Category.ACTS, Category.CONTENT})
@Entity
@Table(name = "casework_identity_opening")
public class IdentityOpening {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @Column(name = "case_number")
  private String number;

  @Column(name = "by_account")
  private long by;

  private String role;

  @Column(name = "reason_sealed")
  private Sealed reason;

  private Instant at;

  protected IdentityOpening() {}

  /**
   * @param role code of the role in which it was opened
   * @param reason sealed under (case number, "identityOpening"), for office and custodians
   */
  public IdentityOpening(CaseNumber number, long by, String role, Sealed reason, Instant at) {
    this.number = number.value();
    this.by = by;
    this.role = role;
    this.reason = reason;
    this.at = at;
  }

  public CaseNumber number() {
    return new CaseNumber(number);
  }

  public long by() {
    return by;
  }

  public String role() {
    return role;
  }

  public Sealed reason() {
    return reason;
  }

  public Instant at() {
    return at;
  }
}
