package org.isonomia.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * Somebody has gone to the provider of the single sign-on. Their browser's cookie carries the
 * token, from which state, nonce and proof key follow: none of them lies here. Good once and for a
 * few minutes of real time.
 */
@Entity
@Personal(
    purpose = Purpose.STAFF,
    about = {About.STAFF, About.PARTNER},
    category = {Category.SECRETS})
@Table(name = "access_sso_attempt")
public class SsoAttempt {
  public static final Duration LASTS = Duration.ofMinutes(10);

  @Id
  @Column(name = "token_hash", columnDefinition = "char(64)")
  private String tokenHash;

  @Column(name = "then_path")
  private String then;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected SsoAttempt() {}

  public SsoAttempt(String tokenHash, String then, Instant now) {
    this.tokenHash = tokenHash;
    this.then = then;
    this.expiresAt = now.plus(LASTS);
  }

  public boolean isOpen(Instant now) {
    return now.isBefore(expiresAt);
  }

  public String then() {
    return then;
  }
}
