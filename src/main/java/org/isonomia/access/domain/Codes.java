package org.isonomia.access.domain;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that a telephone makes of a secret and the time (RFC 6238), and codes on
 * paper.
 */
public final class Codes {
  public static final Duration STEP = Duration.ofSeconds(30);
  public static final int RECOVERY_CODES = 10;

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  // without 0, O, 1, I and L, which look alike on paper
  private static final String PAPER = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
  private static final int PAPER_LENGTH = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Codes() {}

  /** 160 bits, as RFC 4226 wants it. */
  public static byte[] newSecret() {
    var secret = new byte[20];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** The secret in letters, to be typed where no camera is. */
  public static String letters(byte[] secret) {
    var text = new StringBuilder();
    for (int bit = 0; bit < secret.length * 8; bit += 5) {
      var value = 0;
      for (int i = bit; i < bit + 5; i++) {
        var set = i < secret.length * 8 && (secret[i / 8] >> (7 - i % 8) & 1) == 1;
        value = value << 1 | (set ? 1 : 0);
      }
      text.append(BASE32.charAt(value));
    }
    return text.toString();
  }

  /** What the QR code says to the telephone's application. */
  public static String address(String login, byte[] secret) {
    return "otpauth://totp/Isonomia:"
        + URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20")
        + "?secret="
        + letters(secret)
        + "&issuer=Isonomia";
  }

  /**
   * The step whose code was typed: now, the one before or the one after, because clocks differ.
   *
   * @param lastStep of the last code that was taken: that one and earlier ones are used up
   */
  public static OptionalLong step(byte[] secret, String typed, Instant now, long lastStep) {
    var digits = typed.replaceAll("\\s", "");
    var present = now.getEpochSecond() / STEP.toSeconds();
    return Stream.of(present, present - 1, present + 1)
        .filter(step -> step > lastStep && same(at(secret, step), digits))
        .mapToLong(Long::longValue)
        .findFirst();
  }

  static String at(byte[] secret, long step) {
    try {
      return String.format(
          Locale.ROOT,
          "%06d",
          new TimeBasedOneTimePasswordGenerator(STEP, 6)
              .generateOneTimePassword(
                  new SecretKeySpec(secret, "RAW"),
                  Instant.ofEpochSecond(step * STEP.toSeconds())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** Ten codes for paper, of some 49 bits each, in two groups. */
  public static List<String> forPaper() {
    return Stream.generate(Codes::onPaper).limit(RECOVERY_CODES).toList();
  }

  private static String onPaper() {
    var code = new StringBuilder();
    for (int i = 0; i < PAPER_LENGTH; i++) {
      code.append(i == PAPER_LENGTH / 2 ? "-" : "")
          .append(PAPER.charAt(RANDOM.nextInt(PAPER.length())));
    }
    return code.toString();
  }

  /** Whether this was meant as a code from paper and not as digits from a telephone. */
  public static boolean isFromPaper(String typed) {
    return plain(typed).length() == PAPER_LENGTH;
  }

  /**
   * What is kept of a code on paper.
   *
   * @param key of the house, so that the table alone does not tell the codes
   */
  public static String hash(byte[] key, long accountId, String code) {
    return mac(key, accountId + " " + plain(code));
  }

  private static String plain(String typed) {
    return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  static String mac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return java.util.HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
