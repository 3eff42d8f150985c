package org.isonomia.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * One sign-in of one person: the row is the session, the cookie carries the token whose hash is the
 * key. While it lasts the person's private key lies in it, sealed under that token: no node at rest
 * can read it. Ends by sign-out, after idle time, or after a working day at the latest. Its times
 * are real time.
 */
@Personal(
    purpose = Purpose.STAFF,
    about = {About.STAFF, About.PARTNER},
    category = {Category.ACTS, Category.SECRETS})
@Entity
@Table(name = "access_session")
public class Session {
  @Id
  @Column(name = "token_hash", columnDefinition = "char(64)")
  private String tokenHash;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "key_id")
  private long keyId;

  @Column(name = "opened_sealed")
  private Sealed opened;

  protected Session() {}

  /**
   * @param keyId the person's key; 0 for somebody without one
   * @param opened its private half, under the token; {@code null} without one
   */
  public Session(
      String tokenHash, long accountId, long keyId, Sealed opened, Instant now, Instant expiresAt) {
    this.tokenHash = tokenHash;
    this.accountId = accountId;
    this.keyId = keyId;
    this.opened = opened;
    this.createdAt = now;
    this.lastSeenAt = now;
    this.expiresAt = expiresAt;
  }

  public long keyId() {
    return keyId;
  }

  public Sealed opened() {
    return opened;
  }

  public long accountId() {
    return accountId;
  }
}
