package org.isonomia.intake.domain;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The only way back to a report: 20 random digits, read in groups of four. There is no recovery and
 * no copy of it: the register keeps an index that follows from it by a memory-hard derivation. Why
 * 20: decision 0008. It prints nothing, so it cannot reach a log.
 */
public record Receipt(String digits) {
  public static final int LENGTH = 20;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM = Pattern.compile("[0-9]{" + LENGTH + "}");

  public Receipt {
    if (digits == null || !FORM.matcher(digits).matches()) {
      throw new IllegalArgumentException("not a receipt");
    }
  }

  public static Receipt make() {
    var digits = new StringBuilder(LENGTH);
    for (var i = 0; i < LENGTH; i++) {
      digits.append((char) ('0' + RANDOM.nextInt(10)));
    }
    return new Receipt(digits.toString());
  }

  /** Reads what a person typed back; empty when it cannot be a receipt. */
  public static Optional<Receipt> read(String typed) {
    if (typed == null || typed.length() > 100) {
      return Optional.empty();
    }
    var digits = PlainText.BETWEEN_GROUPS.matcher(typed).replaceAll("");
    return FORM.matcher(digits).matches() ? Optional.of(new Receipt(digits)) : Optional.empty();
  }

  /** {@code 1234 5678 9012 3456 7890}. */
  public String grouped() {
    return digits.replaceAll("(.{4})(?=.)", "$1 ");
  }

  @Override
  public String toString() {
    return "Receipt";
  }
}
