package org.isonomia.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One sign-in of one person: the row is the session, the cookie carries the token whose hash is the
 * key. Ends by sign-out, after idle time, or after a working day at the latest. Its times are real
 * time.
 */
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

  protected Session() {}

  public Session(String tokenHash, long accountId, Instant now, Instant expiresAt) {
    this.tokenHash = tokenHash;
    this.accountId = accountId;
    this.createdAt = now;
    this.lastSeenAt = now;
    this.expiresAt = expiresAt;
  }

  public long accountId() {
    return accountId;
  }
}
