package org.isonomia.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.intake.Mailbox.From;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * One message behind a receipt, of the office or of the reporter; written once, read by the other
 * side.
 */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER},
    category = {Category.CONTENT})
@Entity
@Table(name = "intake_message")
public class MailboxMessage {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  private String number;

  @Enumerated(EnumType.STRING)
  private From sender;

  @Column(name = "signed_by")
  private String signedBy;

  private String language;

  @Column(name = "text_sealed")
  private Sealed text;

  @Column(name = "written_at")
  private Instant writtenAt;

  @Column(name = "read_at")
  private Instant readAt;

  protected MailboxMessage() {}

  private MailboxMessage(
      CaseNumber number,
      From sender,
      String signedBy,
      String language,
      Sealed text,
      Instant writtenAt) {
    this.number = number.value();
    this.sender = sender;
    this.signedBy = signedBy;
    this.language = language;
    this.text = text;
    this.writtenAt = writtenAt;
  }

  public static MailboxMessage ofOffice(
      CaseNumber number, String signedBy, String language, Sealed text, Instant at) {
    return new MailboxMessage(number, From.OFFICE, signedBy, language, text, at);
  }

  public static MailboxMessage ofReporter(
      CaseNumber number, String language, Sealed text, Instant at) {
    return new MailboxMessage(number, From.REPORTER, null, language, text, at);
  }

  public long id() {
    return id;
  }

  public From sender() {
    return sender;
  }

  public String signedBy() {
    return signedBy;
  }

  public String language() {
    return language;
  }

  public Sealed text() {
    return text;
  }

  public Instant writtenAt() {
    return writtenAt;
  }

  public boolean isUnread() {
    return readAt == null;
  }
}
