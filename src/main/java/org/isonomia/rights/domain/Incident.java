package org.isonomia.rights.domain;

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
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;
import org.isonomia.shared.Problem;

/**
 * A breach of personal data, from when it became known to its closing: what was decided about the
 * authority (GDPR art. 33) and about the persons (art. 34), and when.
 */
@Personal(
    purpose = Purpose.PROOF,
    about = {About.STAFF},
    category = {Category.CODES, Category.ACTS})
@Entity
@Table(name = "rights_incident")
public class Incident {
  /** What was lost or misused. */
  public enum Kind {
    KEY,
    ACCOUNT,
    TEAM,
    INSTITUTION,
    PERIOD,
    BACKUP
  }

  /** What was decided. */
  public enum Choice {
    TELL,
    NOT_NEEDED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  private String number;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String subject;

  @Column(name = "from_at")
  private Instant from;

  @Column(name = "until_at")
  private Instant until;

  @Column(name = "known_at")
  private Instant knownAt;

  @Column(name = "authority_due_at")
  private Instant authorityDue;

  @Column(name = "opened_by")
  private long openedBy;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Enumerated(EnumType.STRING)
  private Choice authority;

  @Column(name = "authority_reason_sealed")
  private Sealed reason;

  @Column(name = "authority_at")
  private Instant authorityAt;

  @Column(name = "notified_at")
  private Instant notifiedAt;

  @Enumerated(EnumType.STRING)
  private Choice persons;

  @Column(name = "persons_at")
  private Instant personsAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Version private long version;

  protected Incident() {}

  public Incident(
      String number,
      Kind kind,
      String subject,
      Instant from,
      Instant until,
      Instant knownAt,
      Instant authorityDue,
      long by,
      Instant at) {
    this.number = number;
    this.kind = kind;
    this.subject = subject;
    this.from = from;
    this.until = until;
    this.knownAt = knownAt;
    this.authorityDue = authorityDue;
    this.openedBy = by;
    this.openedAt = at;
  }

  /**
   * @param why sealed for the house under (number, "reason")
   */
  public void decide(Choice aboutAuthority, Choice aboutPersons, Sealed why, Instant at) {
    requireOpen();
    authority = aboutAuthority;
    authorityAt = at;
    persons = aboutPersons;
    personsAt = at;
    reason = why;
  }

  /** The authority was told. */
  public void notified(Instant at) {
    requireOpen();
    if (authority != Choice.TELL) {
      throw Problem.conflict("incident-not-decided");
    }
    if (notifiedAt != null) {
      throw Problem.conflict("incident-notified");
    }
    notifiedAt = at;
  }

  /**
   * @param anybodyTold whether a reporter was told; where persons are to be told, somebody was
   */
  public void close(boolean anybodyTold, Instant at) {
    requireOpen();
    if (!mayClose(anybodyTold)) {
      throw Problem.conflict("incident-not-decided");
    }
    closedAt = at;
  }

  public boolean mayClose(boolean anybodyTold) {
    return closedAt == null
        && authority != null
        && (authority != Choice.TELL || notifiedAt != null)
        && (persons != Choice.TELL || anybodyTold);
  }

  /** Whether it is still to be said that the authority was told. */
  public boolean mayNotify() {
    return closedAt == null && authority == Choice.TELL && notifiedAt == null;
  }

  private void requireOpen() {
    if (closedAt != null) {
      throw Problem.conflict("incident-closed");
    }
  }

  public String number() {
    return number;
  }

  public Kind kind() {
    return kind;
  }

  public String subject() {
    return subject;
  }

  public Instant from() {
    return from;
  }

  public Instant until() {
    return until;
  }

  public Instant knownAt() {
    return knownAt;
  }

  public Instant authorityDue() {
    return authorityDue;
  }

  public Choice authority() {
    return authority;
  }

  public Instant authorityAt() {
    return authorityAt;
  }

  public Sealed reason() {
    return reason;
  }

  public Instant notifiedAt() {
    return notifiedAt;
  }

  public Choice persons() {
    return persons;
  }

  public Instant closedAt() {
    return closedAt;
  }
}
