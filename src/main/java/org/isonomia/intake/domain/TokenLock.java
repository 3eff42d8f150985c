package org.isonomia.intake.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks bytes under a token that only its bearer has (a draft's cookie, the value of a REST
 * header), so that the table alone does not open them: AES-256-GCM, key by HMAC-SHA-256 from the
 * token, bound to a purpose. Also makes such tokens and the hash by which their row is found.
 */
public final class TokenLock {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final byte[] token;

  private TokenLock(byte[] token) {
    this.token = token;
  }

  public static TokenLock of(String token) {
    return new TokenLock(token.getBytes(StandardCharsets.UTF_8));
  }

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

  public byte[] lock(String purpose, byte[] content) {
    try {
      var nonce = new byte[NONCE_BYTES];
      RANDOM.nextBytes(nonce);
      var locked = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(content);
      return ByteBuffer.allocate(NONCE_BYTES + locked.length).put(nonce).put(locked).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws IllegalStateException when it was locked under another token or purpose, or changed
   */
  public byte[] open(String purpose, byte[] locked) {
    try {
      var nonce = java.util.Arrays.copyOf(locked, NONCE_BYTES);
      return cipher(Cipher.DECRYPT_MODE, purpose, nonce)
          .doFinal(locked, NONCE_BYTES, locked.length - NONCE_BYTES);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("a locked value does not open", e);
    }
  }

  private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(hmac(token, purpose), "AES"),
        new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
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
