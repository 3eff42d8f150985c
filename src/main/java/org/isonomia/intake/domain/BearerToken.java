package org.isonomia.intake.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A random token that only its bearer has (a draft's cookie, a visit's), and the hash by which its
 * row is found. What lies in the row is sealed under the token itself.
 */
public final class BearerToken {
  private static final SecureRandom RANDOM = new SecureRandom();

  private BearerToken() {}

  /** A new token of 256 random bits, fit for a cookie. */
  public static String makeToken() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** By this the row is found; it opens nothing. */
  public static String hash(String token) {
    return sha256(token.getBytes(StandardCharsets.UTF_8));
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** HMAC-SHA-256 of a value under a key, as hexadecimal digits. */
  public static String keyedHash(byte[] key, String purpose, String value) {
    return HexFormat.of().formatHex(hmac(key, purpose + ":" + value));
  }

  private static byte[] hmac(byte[] key, String message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
