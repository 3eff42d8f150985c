package org.isonomia.intake.domain;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * What counts as text: any language and any sign a person can read, no control characters, no
 * halves of characters, nothing that turns the order of what is read.
 */
public final class PlainText {
  /** What people put between groups: spaces of any kind, hyphens and dashes of any kind, dots. */
  static final Pattern BETWEEN_GROUPS =
      Pattern.compile("[\\s\\p{Z}\\p{Pd}\\u2212.\\u200B\\uFEFF]+");

  /**
   * Letters and marks by name, nothing to the eye: fillers, the empty Braille pattern, a joiner.
   */
  private static final String INVISIBLE =
      new String(new int[] {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0}, 0, 8);

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
    var tidy = withoutTurns(text).replace("\r\n", "\n").replace('\r', '\n').strip();
    if (tidy.codePoints().noneMatch(PlainText::isVisible)) {
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
    if (text == null) {
      return null;
    }
    return isReadable(text) ? withoutTurns(text) : only(withoutTurns(text), PlainText::isReadable);
  }

  /** Whether nothing is left that a person would see. */
  public static boolean isBlank(String text) {
    return tidy(clean(text)) == null;
  }

  /**
   * Overrides and isolates of the direction come along with a paste and show a text in another
   * order than it was written; letters of every script find their own direction without them.
   */
  private static String withoutTurns(String text) {
    return text.codePoints().anyMatch(PlainText::isTurn) ? only(text, c -> !isTurn(c)) : text;
  }

  private static boolean isTurn(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /** Spaces, joiners, marks of direction, fillers and selectors alone are no text. */
  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT,
          Character.CONTROL,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !Character.isWhitespace(c) && INVISIBLE.indexOf(c) < 0 && !isSelector(c);
    };
  }

  private static boolean isSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }

  private static String only(String text, IntPredicate kept) {
    var rest = new StringBuilder(text.length());
    text.codePoints().filter(kept).forEach(rest::appendCodePoint);
    return rest.toString();
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
