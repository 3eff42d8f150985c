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
 * A passkey of a person: its public half, a name to know it by, and how often it says it has
 * signed. It is added by its owner and removed by them, or with the account's key. One whose
 * counter goes backwards may have been copied: it signs nobody in any more. Its times are real
 * time.
 */
@Entity
@Personal(
    purpose = Purpose.STAFF,
    about = {About.STAFF, About.PARTNER},
    category = {Category.SECRETS, Category.ACTS})
@Table(name = "access_passkey")
public class Passkey {
  /** A person who needs more is somebody who forgot to remove some. */
  public static final int MOST = 10;

  @Id private long id;

  @Column(name = "account_id")
  private long accountId;

  private String credential;

  @Column(name = "user_handle")
  private String userHandle;

  @Column(name = "cose_key")
  private byte[] coseKey;

  @Column(name = "name_sealed")
  private Sealed name;

  private long counter;
  private Instant since;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "suspect_at")
  private Instant suspectAt;

  protected Passkey() {}

  /**
   * @param credential its identifier, base64url
   * @param userHandle what it calls its owner, base64url
   * @param coseKey its public key, COSE
   * @param name sealed under (credential, "name")
   */
  public Passkey(
      long accountId,
      String credential,
      String userHandle,
      byte[] coseKey,
      Sealed name,
      long counter,
      Instant since) {
    this.id = Tokens.number();
    this.accountId = accountId;
    this.credential = credential;
    this.userHandle = userHandle;
    this.coseKey = coseKey.clone();
    this.name = name;
    this.counter = counter;
    this.since = since;
  }

  public void used(long counter, Instant now) {
    this.counter = counter;
    this.lastUsedAt = now;
  }

  /** Its counter went backwards. */
  public void suspect(Instant now) {
    this.suspectAt = now;
  }

  public boolean isSuspect() {
    return suspectAt != null;
  }

  public long id() {
    return id;
  }

  public long accountId() {
    return accountId;
  }

  public String credential() {
    return credential;
  }

  public String userHandle() {
    return userHandle;
  }

  public byte[] coseKey() {
    return coseKey.clone();
  }

  public Sealed name() {
    return name;
  }

  public long counter() {
    return counter;
  }

  public Instant since() {
    return since;
  }

  public Instant lastUsedAt() {
    return lastUsedAt;
  }
}
