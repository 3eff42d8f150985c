package org.isonomia.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes digests by which the members of one team find equal values again, and nobody else: the key
 * follows from the private half of the team's present key. With the team's next key the index is
 * made anew, so that who has left cannot try names against it. It tells how often a value occurs.
 */
public final class BlindIndex {
  private static final String HMAC = "HmacSHA256";

  private final long keyId;
  private final byte[] key;

  BlindIndex(long keyId, byte[] key) {
    this.keyId = keyId;
    this.key = key;
  }

  /** Which key of the team it is; digests of another one say nothing. */
  public long keyId() {
    return keyId;
  }

  /** 32 bytes; {@code text} is already brought into the form in which it is compared. */
  public byte[] tag(String field, String text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      mac.update(Bytes.label("blind index", field));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "BlindIndex";
  }
}
