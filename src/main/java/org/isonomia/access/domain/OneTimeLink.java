package org.isonomia.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * A link that works once. Opening it uses nothing up (mail scanners open links); only the form
 * behind it does.
 */
@Personal(
    purpose = Purpose.STAFF,
    about = {About.STAFF, About.PARTNER},
    category = {Category.SECRETS})
@Entity
@Table(name = "access_one_time_link")
public class OneTimeLink {
  /** FIRST_ADMINISTRATOR makes an account; INVITATION gives an existing one its password. */
  public enum Purpose {
    FIRST_ADMINISTRATOR,
    INVITATION
  }

  @Id
  @Column(name = "token_hash", columnDefinition = "char(64)")
  private String tokenHash;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  @Column(name = "account_id")
  private Long accountId;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "used_at")
  private Instant usedAt;

  protected OneTimeLink() {}

  public OneTimeLink(String tokenHash, Purpose purpose, Long accountId, Instant expiresAt) {
    this.tokenHash = tokenHash;
    this.purpose = purpose;
    this.accountId = accountId;
    this.expiresAt = expiresAt;
  }

  public boolean isOpen(Instant now) {
    return usedAt == null && now.isBefore(expiresAt);
  }

  public boolean isUsed() {
    return usedAt != null;
  }

  public void use(Instant now) {
    usedAt = now;
  }

  public Purpose purpose() {
    return purpose;
  }

  public Long accountId() {
    return accountId;
  }
}
