package org.isonomia.retention.application;

import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/** What somebody typed into a field that must not stay empty. */
final class Typed {
  static final int LONGEST = 1000;

  private Typed() {}

  /**
   * @throws Problem invalid beside that field
   */
  static String required(String field, String text) {
    var stripped = text == null ? "" : text.strip();
    if (stripped.isEmpty()) {
      throw Problem.invalid("incomplete", new FieldError(field, "retention.error.required"));
    }
    if (stripped.length() > LONGEST) {
      throw Problem.invalid("incomplete", new FieldError(field, "retention.error.tooLong"));
    }
    return stripped;
  }
}
