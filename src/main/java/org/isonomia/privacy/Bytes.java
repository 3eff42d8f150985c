package org.isonomia.privacy;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/** Random bytes, derived keys and unambiguous sequences. */
final class Bytes {
  static final int KEY = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Bytes() {}

  static byte[] random(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  static SecureRandom source() {
    return RANDOM;
  }

  /**
   * HKDF-SHA-256.
   *
   * @param salt may be empty
   * @param label what the key is for
   */
  static byte[] derive(byte[] secret, byte[] salt, byte[] label) {
    try {
      return Hkdf.computeHkdf("HmacSha256", secret, salt, label, KEY);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] derive(byte[] secret, String label) {
    return derive(secret, new byte[0], label("isonomia", label));
  }

  /** Parts with their lengths before them, so that no two sequences look the same. */
  static byte[] label(String... parts) {
    var encoded = new byte[parts.length][];
    var length = 0;
    for (var i = 0; i < parts.length; i++) {
      encoded[i] = parts[i].getBytes(StandardCharsets.UTF_8);
      length += Integer.BYTES + encoded[i].length;
    }
    var buffer = ByteBuffer.allocate(length);
    for (var part : encoded) {
      buffer.putInt(part.length).put(part);
    }
    return buffer.array();
  }
}
