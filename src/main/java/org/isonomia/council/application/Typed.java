package org.isonomia.council.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/**
 * Checks what somebody typed and gathers everything that must be put right, so that it is said in
 * one go.
 */
final class Typed {
  static final int TITLE = 200;
  static final int QUESTION = 1000;
  static final int LONG = 10_000;
  static final int REASON = 2000;
  static final int LINE = 300;

  private static final Pattern ORGANISATION = Pattern.compile("[A-Z0-9][A-Z0-9_]{1,39}");
  private static final int MOST_ORGANISATIONS = 20;

  private final List<FieldError> errors = new ArrayList<>();

  /** A text that must be there. */
  String text(String field, String typed, int longest) {
    var text = optional(field, typed, longest);
    if (text == null) {
      wrong(field, "missing");
    }
    return text;
  }

  /** A text that may be missing; {@code null} then. */
  String optional(String field, String typed, int longest) {
    var text = typed == null ? "" : typed.strip();
    if (text.length() > longest) {
      wrong(field, "too-long");
    }
    return text.isEmpty() ? null : text;
  }

  <T> T chosen(String field, T value) {
    if (value == null) {
      wrong(field, "choose");
    }
    return value;
  }

  /** Codes of organisations, upper case, in order. */
  Set<String> organisations(String field, Set<String> typed) {
    var codes = new TreeSet<String>();
    for (var code : typed) {
      if (!ORGANISATION.matcher(code).matches() || typed.size() > MOST_ORGANISATIONS) {
        wrong(field, "organisations");
        return Set.of();
      }
      codes.add(code);
    }
    return codes;
  }

  void wrong(String field, String code) {
    errors.add(new FieldError(field, code));
  }

  /**
   * @throws Problem invalid "form" with every wrong field
   */
  void done() {
    if (!errors.isEmpty()) {
      throw Problem.invalid("form", errors);
    }
  }
}
