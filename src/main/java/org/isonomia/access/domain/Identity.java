package org.isonomia.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** Who a person is at the single sign-on: a digest of issuer and subject, nothing readable. */
@Entity
@Personal(
    purpose = Purpose.STAFF,
    about = {About.STAFF, About.PARTNER},
    category = {Category.IDENTITY})
@Table(name = "access_identity")
public class Identity {
  @Id
  @Column(name = "subject_hash", columnDefinition = "char(64)")
  private String subjectHash;

  @Column(name = "account_id")
  private long accountId;

  private Instant since;

  protected Identity() {}

  public Identity(String issuer, String subject, long accountId, Instant since) {
    this.subjectHash = hash(issuer, subject);
    this.accountId = accountId;
    this.since = since;
  }

  static String hash(String issuer, String subject) {
    return Tokens.hash(issuer + "\n" + subject);
  }

  public long accountId() {
    return accountId;
  }
}
