package org.isonomia.casework.application;

import java.util.ArrayList;
import org.isonomia.casework.domain.OutcomeLetter;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;

/**
 * Puts the parts of an outcome's letter together, in the order the law names them (KPA art. 238 §
 * 1).
 */
final class LetterText {
  private LetterText() {}

  /** The letter in Polish; {@code null} when there is none. */
  static String binding(OutcomeLetter letter) {
    if (letter.text() == null) {
      return null;
    }
    var t = Texts.of(Language.PL);
    var parts = new ArrayList<String>();
    if (letter.qualification().isFormal()) {
      parts.add(t.t("casework.letter.authority"));
      if (letter.manner() != null) {
        parts.add(t.t("casework.letter.manner", "manner", t.code("manner", letter.manner())));
      }
    }
    parts.add(letter.text());
    if (letter.law() != null) {
      parts.add(t.t("casework.letter.law", "law", letter.law()));
    }
    if (letter.needsInstruction()) {
      parts.add(t.t("casework.letter.instruction239"));
    }
    if (letter.signer() != null) {
      parts.add(letter.signer() + (letter.office() == null ? "" : "\n" + letter.office()));
    }
    return String.join("\n\n", parts);
  }

  /**
   * The copy in the reporter's language; in a formal matter it says that the Polish letter binds.
   */
  static String copy(OutcomeLetter letter) {
    if (letter.copy() == null || "pl".equals(letter.language())) {
      return null;
    }
    if (letter.text() == null) {
      return letter.copy();
    }
    var t = Texts.of(Language.of(letter.language()).orElse(Language.EN));
    return letter.copy() + "\n\n" + t.t("casework.letter.copyNote");
  }
}
