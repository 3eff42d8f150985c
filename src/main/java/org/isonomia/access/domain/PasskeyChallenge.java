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

/** A question put to an authenticator: good once and for a few minutes of real time. */
@Entity
@Personal(
    purpose = Purpose.STAFF,
    about = {About.STAFF, About.PARTNER},
    category = {Category.SECRETS})
@Table(name = "access_passkey_challenge")
public class PasskeyChallenge {
  public static final Duration LASTS = Duration.ofMinutes(5);

  @Id
  @Column(name = "challenge_hash", columnDefinition = "char(64)")
  private String challengeHash;

  @Column(name = "account_id")
  private Long accountId;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected PasskeyChallenge() {}

  /**
   * @param accountId who adds a passkey; {@code null} for a sign-in, where nobody is known yet
   */
  public PasskeyChallenge(String challengeHash, Long accountId, Instant now) {
    this.challengeHash = challengeHash;
    this.accountId = accountId;
    this.expiresAt = now.plus(LASTS);
  }

  public boolean isOpen(Instant now) {
    return now.isBefore(expiresAt);
  }

  public Long accountId() {
    return accountId;
  }
}
