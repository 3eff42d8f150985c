package org.isonomia.intake.web;

import java.util.List;
import java.util.Set;
import org.isonomia.page.Choice;
import org.isonomia.page.Texts;

/**
 * One field of a step. Its words are {@code intake.<name>.label} and {@code .hint}, those of its
 * answers {@code intake.<name>.<CODE>} and {@code .hint}.
 *
 * @param codes answers of radios and checkboxes, empty for text
 * @param longest characters of a text
 */
public record Field(String name, Kind kind, Set<String> codes, int longest, boolean optional) {
  public enum Kind {
    RADIOS,
    CHECKBOXES,
    TEXT,
    EMAIL,
    PHONE,
    LINES,
    STORY,
    DATE
  }

  static Field radios(String name, Set<String> codes) {
    return new Field(name, Kind.RADIOS, codes, 0, false);
  }

  static Field checkboxes(String name, Set<String> codes) {
    return new Field(name, Kind.CHECKBOXES, codes, 0, false);
  }

  static Field text(String name, Kind kind, int longest) {
    return new Field(name, kind, Set.of(), longest, false);
  }

  static Field date(String name) {
    return new Field(name, Kind.DATE, Set.of(), 0, false);
  }

  Field butOptional() {
    return new Field(name, kind, codes, longest, true);
  }

  /** Names of the form's fields it consists of. */
  List<String> inputs() {
    return kind == Kind.DATE
        ? List.of(name + "-day", name + "-month", name + "-year")
        : List.of(name);
  }

  public String label(Texts t) {
    return t.t("intake." + name + ".label");
  }

  /** {@code null} where none is written. */
  public String hint(Texts t) {
    var key = "intake." + name + ".hint";
    return t.has(key) ? t.t(key) : null;
  }

  public List<Choice> choices(Texts t) {
    return codes.stream()
        .map(
            code -> {
              var key = "intake." + name + "." + code;
              return Choice.of(code, t.t(key), t.has(key + ".hint") ? t.t(key + ".hint") : null);
            })
        .toList();
  }

  /**
   * The words of an answered code; the code itself is never shown, so that an unknown one shows
   * nothing.
   */
  String answer(Texts t, String code) {
    return codes.contains(code) ? t.t("intake." + name + "." + code) : "";
  }
}
