package org.isonomia.council.web;

import java.util.Arrays;
import org.isonomia.page.Form;
import org.isonomia.shared.Problem;

/**
 * From what was typed to what an act takes, and back from what an act refuses to the field it
 * means.
 */
final class Answers {
  private Answers() {}

  /** The code a form carries; {@code null} when it is none of ours. */
  static <E extends Enum<E>> E code(Class<E> type, String typed) {
    return Arrays.stream(type.getEnumConstants())
        .filter(known -> known.name().equals(typed))
        .findFirst()
        .orElse(null);
  }

  /** A whole number up to 999; {@code null} when it is none. */
  static Integer number(String typed) {
    return typed.matches("\\d{1,3}") ? Integer.valueOf(typed) : null;
  }

  /** Puts a refusal beside its fields; what has no field is not for the form and goes on. */
  static void put(Problem refused, Form form) {
    if (refused.kind() != Problem.Kind.INVALID || refused.errors().isEmpty()) {
      throw refused;
    }
    refused
        .errors()
        .forEach(error -> form.error(error.pointer(), "council.problem." + error.code()));
  }
}
