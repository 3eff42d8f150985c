package org.isonomia.casework.application;

import java.util.Set;
import org.isonomia.casework.Qualification;
import org.isonomia.casework.domain.Topic;
import org.isonomia.shared.Problem;

/** Checks of what staff typed, the same for every act. */
final class Words {
  /** Longest text of one field, in characters. */
  static final int LONGEST = 20_000;

  private Words() {}

  /**
   * @throws Problem invalid with the field when it is blank or too long
   */
  static String required(String field, String value, String missing) {
    if (value == null || value.isBlank()) {
      throw Problem.invalid("incomplete", new Problem.FieldError(field, missing));
    }
    return optional(field, value);
  }

  /** {@code null} when nothing was typed. */
  static String optional(String field, String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > LONGEST) {
      throw Problem.invalid("incomplete", new Problem.FieldError(field, "casework.error.tooLong"));
    }
    return value.strip();
  }

  /**
   * Whether this office is competent, as a form says it; {@code null} where the question does not
   * arise.
   */
  static Boolean competent(Qualification qualification, String answer) {
    if (!qualification.isFormal()) {
      return null;
    }
    if ("yes".equals(answer) || "no".equals(answer)) {
      return "yes".equals(answer);
    }
    throw Problem.invalid(
        "incomplete", new Problem.FieldError("competent", "casework.error.competent"));
  }

  /** Codes of topics; {@code null} is none. */
  static Set<String> topics(Set<String> codes) {
    return Topic.known(codes == null ? Set.of() : codes)
        .orElseThrow(
            () ->
                Problem.invalid(
                    "incomplete", new Problem.FieldError("topics", "casework.error.topics")));
  }

  /** The constant of a code that came from a form. */
  static <E extends Enum<E>> E code(Class<E> type, String field, String value, String missing) {
    for (var constant : type.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return constant;
      }
    }
    throw Problem.invalid("incomplete", new Problem.FieldError(field, missing));
  }
}
