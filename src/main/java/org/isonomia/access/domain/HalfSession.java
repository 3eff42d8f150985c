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
 * The password was right and the second step is still to come. It is no session: it opens the page
 * for the code and nothing else, for a few minutes and a few wrong codes.
 */
@Entity
@Personal(
    purpose = Purpose.STAFF,
    about = {About.STAFF, About.PARTNER},
    category = {Category.ACTS, Category.SECRETS})
@Table(name = "access_half_session")
public class HalfSession {
  /** After so many wrong codes the password is asked again. */
  public static final int MOST_WRONG = 5;

  @Id
  @Column(name = "token_hash", columnDefinition = "char(64)")
  private String tokenHash;

  @Column(name = "account_id")
  private long accountId;

  private boolean enrolling;

  /** Whether the person asked for another telephone instead of the one they have. */
  private boolean replaces;

  @Column(name = "key_id")
  private long keyId;

  @Column(name = "opened_sealed")
  private Sealed opened;

  @Column(name = "secret_sealed")
  private Sealed secret;

  @Column(name = "kept_sealed")
  private Sealed kept;

  private int wrong;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected HalfSession() {}

  /**
   * @param opened the person's private key under the token; {@code null} without one
   * @param secret of the codes, under the token
   * @param kept of somebody who has none yet: the same secret as it will be kept, under the
   *     password; {@code null} for somebody who only types a code
   * @param replaces whether it may take the place of a telephone that is there
   */
  public HalfSession(
      String tokenHash,
      long accountId,
      long keyId,
      Sealed opened,
      Sealed secret,
      Sealed kept,
      boolean replaces,
      Instant expiresAt) {
    this.tokenHash = tokenHash;
    this.accountId = accountId;
    this.enrolling = kept != null;
    this.keyId = keyId;
    this.opened = opened;
    this.secret = secret;
    this.kept = kept;
    this.replaces = replaces;
    this.expiresAt = expiresAt;
  }

  public boolean isOpen(Instant now) {
    return now.isBefore(expiresAt) && wrong < MOST_WRONG;
  }

  public void wrongCode() {
    wrong++;
  }

  public long accountId() {
    return accountId;
  }

  public boolean isEnrolling() {
    return enrolling;
  }

  /** A second step that was set up meanwhile is replaced only by who asked for that. */
  public boolean mayEnrol(boolean hasOne) {
    return enrolling && (replaces || !hasOne);
  }

  public long keyId() {
    return keyId;
  }

  public Sealed opened() {
    return opened;
  }

  public Sealed secret() {
    return secret;
  }

  public Sealed kept() {
    return kept;
  }
}
