package org.isonomia.retention.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;
import org.isonomia.shared.Problem;

/** A reason why a case must not be destroyed, until somebody lifts it. */
@Personal(
    purpose = Purpose.PROOF,
    about = {About.STAFF},
    category = {Category.ACTS, Category.CONTENT})
@Entity
@Table(name = "retention_hold")
public class Hold {
  /** For whom or what it is held. */
  public enum Code {
    COURT,
    PROSECUTOR,
    AUTHORITY,
    CLAIM,
    CONTROL
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  private String number;

  @Enumerated(EnumType.STRING)
  private Code code;

  @Column(name = "reference_sealed")
  private Sealed reference;

  @Column(name = "set_by")
  private long setBy;

  @Column(name = "set_at")
  private Instant setAt;

  @Column(name = "lifted_by")
  private Long liftedBy;

  @Column(name = "lifted_at")
  private Instant liftedAt;

  @Column(name = "lift_reason_sealed")
  private Sealed liftReason;

  @Version private long version;

  protected Hold() {}

  /**
   * @param reference sealed for the house under (number, "hold")
   */
  public Hold(CaseNumber number, Code code, Sealed reference, long by, Instant at) {
    this.number = number.value();
    this.code = code;
    this.reference = reference;
    this.setBy = by;
    this.setAt = at;
  }

  /**
   * @param reason sealed for the house under (number, "lift")
   * @throws Problem conflict when it was lifted already
   */
  public void lift(Sealed reason, long by, Instant at) {
    if (liftedAt != null) {
      throw Problem.conflict("hold-already-lifted");
    }
    liftReason = reason;
    liftedBy = by;
    liftedAt = at;
  }

  public long id() {
    return id;
  }

  public CaseNumber number() {
    return new CaseNumber(number);
  }

  public Code code() {
    return code;
  }

  public Sealed reference() {
    return reference;
  }

  public long setBy() {
    return setBy;
  }

  public Instant setAt() {
    return setAt;
  }

  public Long liftedBy() {
    return liftedBy;
  }

  public Instant liftedAt() {
    return liftedAt;
  }

  public Sealed liftReason() {
    return liftReason;
  }
}
