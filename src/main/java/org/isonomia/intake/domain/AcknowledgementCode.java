package org.isonomia.intake.domain;

import java.math.BigInteger;
import java.util.Optional;

/**
 * The number on an acknowledgement, by which anybody can ask whether we issued it: 14 random
 * characters (68 bits) and two that check them. The 29 characters do not look alike in print, and a
 * prime number of them lets the check notice any two that are wrong or changed places. It prints
 * nothing, so it cannot reach a log.
 */
public record AcknowledgementCode(String characters) {
  public static final int LENGTH = 16;

  private static final String ALPHABET = "23456789ACDEFGHJKMNPQRTUVWXYZ";
  private static final int BASE = ALPHABET.length();
  private static final int RANDOM = LENGTH - 2;
  private static final int LONGEST_TYPED = 100;

  /** What looks the same on paper and may be typed on a Ukrainian keyboard, or mistaken. */
  private static final String LOOKS_LIKE = "АСЕНКМРТХУЗSBВ";

  private static final String MEANS = "ACEHKMPTXY3588";

  public AcknowledgementCode {
    if (characters == null || !isGood(characters)) {
      throw new IllegalArgumentException("not the number of an acknowledgement");
    }
  }

  /**
   * @param random 32 bytes that nobody can guess; they do not follow from the number
   */
  public static AcknowledgementCode of(byte[] random) {
    var left = new BigInteger(1, random);
    var characters = new StringBuilder(LENGTH);
    for (var i = 0; i < RANDOM; i++) {
      var parts = left.divideAndRemainder(BigInteger.valueOf(BASE));
      characters.append(ALPHABET.charAt(parts[1].intValue()));
      left = parts[0];
    }
    return new AcknowledgementCode(characters + checkOf(characters.toString()));
  }

  /** Reads what a person typed; empty when it cannot be one, or holds a mistake. */
  public static Optional<AcknowledgementCode> read(String typed) {
    if (typed == null || typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    var characters = new StringBuilder(LENGTH);
    PlainText.BETWEEN_GROUPS
        .matcher(typed)
        .replaceAll("")
        .chars()
        .map(Character::toUpperCase)
        .map(c -> LOOKS_LIKE.indexOf(c) < 0 ? c : MEANS.charAt(LOOKS_LIKE.indexOf(c)))
        .forEach(c -> characters.append((char) c));
    return Optional.of(characters.toString())
        .filter(AcknowledgementCode::isGood)
        .map(AcknowledgementCode::new);
  }

  /** {@code K7QF-M2XA-9RTC-4HVW}. */
  public String grouped() {
    return characters.replaceAll("(.{4})(?=.)", "$1-");
  }

  private static boolean isGood(String characters) {
    return characters.length() == LENGTH
        && characters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        && checkOf(characters.substring(0, RANDOM)).equals(characters.substring(RANDOM));
  }

  /** Two sums over the places, one of them weighted. */
  private static String checkOf(String characters) {
    var plain = 0;
    var weighted = 0;
    for (var i = 0; i < characters.length(); i++) {
      var value = ALPHABET.indexOf(characters.charAt(i));
      plain += value;
      weighted += (i + 1) * value;
    }
    return "" + ALPHABET.charAt(plain % BASE) + ALPHABET.charAt(weighted % BASE);
  }

  @Override
  public String toString() {
    return "AcknowledgementCode";
  }
}
