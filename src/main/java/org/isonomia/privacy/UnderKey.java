package org.isonomia.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Seals under a key or token that somebody brings and the house does not keep: the cookie of a
 * session, of a draft, of a visit; a receipt; the secret of a link.
 */
public final class UnderKey {
  private UnderKey() {}

  /**
   * @param token random, at least 128 bits
   * @param purpose bound to it; the same is needed to open
   */
  public static Sealed seal(String token, String purpose, byte[] content) {
    return seal(token.getBytes(StandardCharsets.UTF_8), purpose, content);
  }

  public static Sealed seal(byte[] key, String purpose, byte[] content) {
    var algorithm = Algorithm.forNew();
    try {
      var sealed = algorithm.of(key(key, purpose)).encrypt(content, Bytes.label(purpose));
      return Sealed.of(algorithm.form(), sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty when it was sealed under another key or purpose, or was changed. */
  public static Optional<byte[]> open(String token, String purpose, Sealed sealed) {
    return open(token.getBytes(StandardCharsets.UTF_8), purpose, sealed);
  }

  public static Optional<byte[]> open(byte[] key, String purpose, Sealed sealed) {
    try {
      return Optional.of(
          Algorithm.of(sealed.form())
              .of(key(key, purpose))
              .decrypt(sealed.rest(), Bytes.label(purpose)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static byte[] key(byte[] key, String purpose) {
    return Bytes.derive(key, "under a key: " + purpose);
  }
}
