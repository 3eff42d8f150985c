package org.isonomia.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** One of ten codes on paper, for somebody whose telephone is lost; it works once. */
@Entity
@Personal(
    purpose = Purpose.STAFF,
    about = {About.STAFF, About.PARTNER},
    category = {Category.SECRETS})
@Table(name = "access_recovery_code")
public class RecoveryCode {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "code_hash", columnDefinition = "char(64)")
  private String codeHash;

  @Column(name = "used_at")
  private Instant usedAt;

  protected RecoveryCode() {}

  public RecoveryCode(long accountId, String codeHash) {
    this.accountId = accountId;
    this.codeHash = codeHash;
  }

  public void use(Instant now) {
    this.usedAt = now;
  }
}
