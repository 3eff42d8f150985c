package org.isonomia.partner.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.isonomia.privacy.Derivation;

/** Makes and recognises what an institution types to enrol: a secret of 100 bits and a PIN. */
final class EnrolmentSecret {
  /** Without letters and digits that people take for one another. */
  private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

  private static final int LENGTH = 20;
  private static final int GROUP = 4;
  private static final int PINS = 1_000_000;
  private static final int LONGEST_TYPED = 100;
  private static final SecureRandom RANDOM = new SecureRandom();

  private EnrolmentSecret() {}

  /** {@code 7KDM-…}: five groups of four. */
  static String newSecret() {
    var secret = new StringBuilder();
    for (var i = 0; i < LENGTH; i++) {
      secret.append(i > 0 && i % GROUP == 0 ? "-" : "");
      secret.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return secret.toString();
  }

  static String newPin() {
    return "%06d".formatted(RANDOM.nextInt(PINS));
  }

  /** What is kept; from it nobody reckons the secret or the PIN. */
  static String verifier(long institutionId, String secret, String pin) {
    var salt = ("partner enrolment " + institutionId).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of()
        .formatHex(
            Derivation.of(
                    plain(secret) + ":" + plain(pin),
                    salt,
                    Derivation.Cost.RECEIPT,
                    Derivation.Queue.PASSWORD)
                .part("partner enrolment"));
  }

  static boolean fits(long institutionId, String secret, String pin, String verifier) {
    return plain(secret).length() == LENGTH
        && MessageDigest.isEqual(
            verifier(institutionId, secret, pin).getBytes(StandardCharsets.UTF_8),
            verifier.getBytes(StandardCharsets.UTF_8));
  }

  private static String plain(String typed) {
    return typed == null || typed.length() > LONGEST_TYPED
        ? ""
        : typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }
}
