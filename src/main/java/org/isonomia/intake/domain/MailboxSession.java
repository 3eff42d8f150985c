package org.isonomia.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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
 * A mailbox that somebody opened with the receipt and is reading now; short, in real time, by a
 * random cookie.
 */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER},
    category = {Category.SECRETS})
@Entity
@Table(name = "intake_mailbox_session")
public class MailboxSession {
  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  private String number;

  @Column(name = "opened_sealed")
  private Sealed opened;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected MailboxSession() {}

  /**
   * @param opened what the receipt opened, sealed under the token
   */
  public MailboxSession(String tokenHash, CaseNumber number, Sealed opened, Instant expiresAt) {
    this.tokenHash = tokenHash;
    this.number = number.value();
    this.opened = opened;
    this.expiresAt = expiresAt;
  }

  public CaseNumber number() {
    return new CaseNumber(number);
  }

  public Sealed opened() {
    return opened;
  }
}
