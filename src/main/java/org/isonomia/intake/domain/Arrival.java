package org.isonomia.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiFunction;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** How a report came that nobody filed on the web; written once. */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER, About.RESPONDENT, About.STAFF, About.PARTNER},
    category = {Category.CONTENT, Category.ACTS})
@Entity
@Table(name = "intake_arrival")
public class Arrival {
  @Id private String number;

  private String channel;

  @Column(name = "received_on")
  private LocalDate receivedOn;

  @Column(name = "posted_on")
  private LocalDate postedOn;

  @Column(name = "entered_at")
  private Instant enteredAt;

  @Column(name = "entered_by")
  private Long enteredBy;

  @Column(name = "institution_id")
  private Long institutionId;

  @Column(name = "person_consents")
  private Boolean personConsents;

  private boolean signed;

  @Column(name = "receipt_given")
  private boolean receiptGiven;

  @Column(name = "identifier_sealed")
  private Sealed identifier;

  @Column(name = "source_sealed")
  private Sealed source;

  @Column(name = "reason_sealed")
  private Sealed reason;

  protected Arrival() {}

  /**
   * Typed in at the desk.
   *
   * @param seal seals a text under the name of its field, bound to the report's number
   */
  public Arrival(
      CaseNumber number,
      Arrived arrived,
      BiFunction<String, String, Sealed> seal,
      long enteredBy,
      Instant enteredAt) {
    this.number = number.value();
    this.channel = arrived.door().name();
    this.receivedOn = arrived.receivedOn();
    this.postedOn = arrived.postedOn();
    this.enteredAt = enteredAt;
    this.enteredBy = enteredBy;
    this.signed = arrived.signed();
    this.receiptGiven = arrived.receipt();
    this.identifier = seal.apply("identifier", arrived.identifier());
    this.source = seal.apply("source", arrived.source());
    this.reason = seal.apply("backdated", arrived.reason());
  }

  /**
   * Sent by a partner institution with its key.
   *
   * @param personConsents whether the person knows of it and agrees
   */
  public Arrival(
      CaseNumber number, long institutionId, boolean personConsents, LocalDate on, Instant at) {
    this.number = number.value();
    this.channel = "PARTNER_NGO";
    this.receivedOn = on;
    this.enteredAt = at;
    this.institutionId = institutionId;
    this.personConsents = personConsents;
    this.receiptGiven = true;
  }

  public String channel() {
    return channel;
  }

  public LocalDate receivedOn() {
    return receivedOn;
  }

  public LocalDate postedOn() {
    return postedOn;
  }

  public Instant enteredAt() {
    return enteredAt;
  }

  /** {@code null} when an institution sent it. */
  public Long enteredBy() {
    return enteredBy;
  }

  public Long institutionId() {
    return institutionId;
  }

  /** Whether the person agrees to what an institution sent; {@code null} at the desk. */
  public Boolean personConsents() {
    return personConsents;
  }

  public boolean isSigned() {
    return signed;
  }

  public boolean isReceiptGiven() {
    return receiptGiven;
  }

  public Sealed identifier() {
    return identifier;
  }

  public Sealed source() {
    return source;
  }

  public Sealed reason() {
    return reason;
  }
}
