package org.isonomia.referral.application;

import java.util.ArrayList;
import java.util.List;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/** What a partner may write with a code. */
final class AnswerWords {
  static final int LONGEST = 4000;

  private AnswerWords() {}

  /**
   * @return the words without blanks around them, or {@code null} when there are none
   * @throws Problem invalid "answer-invalid" with the fields
   */
  static String check(
      String field, String code, List<String> vocabulary, String text, boolean textRequired) {
    var errors = new ArrayList<FieldError>();
    if (code == null || !vocabulary.contains(code)) {
      errors.add(new FieldError(field, "referral.error." + field));
    }
    var words = text == null ? "" : text.strip();
    if (words.length() > LONGEST) {
      errors.add(new FieldError("text", "referral.error.too-long"));
    } else if (textRequired && words.isEmpty()) {
      errors.add(new FieldError("text", "referral.error.text"));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid("answer-invalid", errors);
    }
    return words.isEmpty() ? null : words;
  }
}
