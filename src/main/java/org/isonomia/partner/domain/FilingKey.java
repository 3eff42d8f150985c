package org.isonomia.partner.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * A key with which an institution files reports over REST, in its own name and no other's. 256
 * random bits: a digest of them is as hard to guess as they are. It opens nothing.
 */
@Personal(
    purpose = Purpose.REFERRALS,
    about = {About.PARTNER},
    category = {Category.SECRETS, Category.ACTS})
@Entity
@Table(name = "partner_filing_key")
public class FilingKey {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  @Column(name = "institution_id")
  private long institutionId;

  @Column(name = "key_hash")
  private String hash;

  @Column(name = "made_by")
  private long madeBy;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "ended_by")
  private Long endedBy;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected FilingKey() {}

  public FilingKey(long institutionId, String secret, long madeBy, Instant madeAt) {
    this.institutionId = institutionId;
    this.hash = hash(secret);
    this.madeBy = madeBy;
    this.madeAt = madeAt;
  }

  /** A new secret; shown once. */
  public static String newSecret() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is kept of a secret. */
  public static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(("filing key " + secret).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public void end(long by, Instant at) {
    endedBy = by;
    endedAt = at;
  }

  public long institutionId() {
    return institutionId;
  }

  public Instant madeAt() {
    return madeAt;
  }
}
