package org.isonomia.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * One sign-in of one person: the row is the session, the cookie carries the token whose hash is the
 * key. While it is open the person's private key lies in it, sealed under that token: no node at
 * rest can read it. After idle time it opens nothing; the key goes from it when it is next asked
 * for or anybody next signs in, whichever comes first, and the person brings it anew. It ends by
 * sign-out or after a working day. Its times are real time.
 */
@Personal(
    purpose = Purpose.STAFF,
    about = {About.STAFF, About.PARTNER},
    category = {Category.ACTS, Category.SECRETS})
@Entity
@Table(name = "access_session")
public class Session {
  /** How somebody proved who they are. */
  public enum Method {
    PASSWORD,
    PASSKEY,
    SSO,
    DEMO
  }

  /** What a session still is good for. */
  public enum State {
    OPEN,
    /** Nobody used it for a while: it opens nothing until the person proves who they are. */
    LOCKED,
    ENDED
  }

  @Id
  @Column(name = "token_hash", columnDefinition = "char(64)")
  private String tokenHash;

  private long id;

  @Column(name = "account_id")
  private long accountId;

  @Enumerated(EnumType.STRING)
  private Method method;

  private String device;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "locked_at")
  private Instant lockedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "key_id")
  private long keyId;

  @Column(name = "opened_sealed")
  private Sealed opened;

  protected Session() {}

  /**
   * @param device browser and system in two words, such as {@code Firefox, Android}
   * @param keyId the person's key; 0 for somebody without one
   * @param opened its private half, under the token; {@code null} without one
   */
  public Session(
      String tokenHash,
      long accountId,
      Method method,
      String device,
      long keyId,
      Sealed opened,
      Instant now,
      Instant expiresAt) {
    this.tokenHash = tokenHash;
    this.id = Tokens.number();
    this.accountId = accountId;
    this.method = method;
    this.device = device;
    this.keyId = keyId;
    this.opened = opened;
    this.createdAt = now;
    this.lastSeenAt = now;
    this.expiresAt = expiresAt;
  }

  /**
   * @param idle after this long without a request it is locked
   */
  public State state(Instant now, Duration idle) {
    if (endedAt != null || !now.isBefore(expiresAt)) {
      return State.ENDED;
    }
    return lockedAt != null || !lastSeenAt.plus(idle).isAfter(now) ? State.LOCKED : State.OPEN;
  }

  /** The key in it goes; the row stays for the rest of the working day. */
  public void lock(Instant now) {
    if (lockedAt == null) {
      lockedAt = now;
    }
    opened = null;
  }

  public void end(Instant now) {
    if (endedAt == null) {
      endedAt = now;
    }
    opened = null;
  }

  /** When it began: unlocking makes a new row that ends when this one would have ended. */
  public void continues(Session before) {
    createdAt = before.createdAt;
    expiresAt = before.expiresAt;
  }

  public long id() {
    return id;
  }

  public String tokenHash() {
    return tokenHash;
  }

  public long accountId() {
    return accountId;
  }

  public Method method() {
    return method;
  }

  public String device() {
    return device;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant lastSeenAt() {
    return lastSeenAt;
  }

  public long keyId() {
    return keyId;
  }

  public Sealed opened() {
    return opened;
  }
}
