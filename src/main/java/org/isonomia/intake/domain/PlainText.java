package org.isonomia.intake.domain;

import java.text.Normalizer;
import java.util.Optional;

/**
 * What counts as text: any language and any sign a person can read, no control characters, no
 * halves of characters.
 */
public final class PlainText {
  private PlainText() {}

  /**
   * @param longest in UTF-16 units
   * @return the code of what is wrong; empty for {@code null} and for good text
   */
  public static Optional<String> fault(String text, int longest) {
    if (text == null) {
      return Optional.empty();
    }
    if (text.length() > longest) {
      return Optional.of("too-long");
    }
    return isReadable(text) ? Optional.empty() : Optional.of("unreadable-character");
  }

  /**
   * Line ends as one kind, composed letters, no space around; {@code null} when nothing is left.
   */
  public static String tidy(String text) {
    if (text == null) {
      return null;
    }
    var tidy = text.replace("\r\n", "\n").replace('\r', '\n').strip();
    if (tidy.isEmpty()) {
      return null;
    }
    // composing looks at pairs, so halves of characters must be found before it, not mended by it
    return isReadable(tidy) ? Normalizer.normalize(tidy, Normalizer.Form.NFC) : tidy;
  }

  /**
   * Without what a browser or a paste may have smuggled in; for pages, where a person cannot see
   * what to mend.
   */
  public static String clean(String text) {
    if (text == null || isReadable(text)) {
      return text;
    }
    var clean = new StringBuilder(text.length());
    text.codePoints().filter(PlainText::isReadable).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isReadable(String text) {
    return text.codePoints().allMatch(PlainText::isReadable);
  }

  private static boolean isReadable(int c) {
    if (c == '\n' || c == '\t' || c == '\r') {
      return true;
    }
    var type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.SURROGATE
        && (c & 0xFFFE) != 0xFFFE
        && (c < 0xFDD0 || c > 0xFDEF);
  }
}
