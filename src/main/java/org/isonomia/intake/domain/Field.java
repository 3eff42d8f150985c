package org.isonomia.intake.domain;

import java.util.List;
import java.util.Set;

/**
 * One field of a question. Its words are texts under {@code intake.<text>}.
 *
 * @param text part of its text keys: another wording is another key, so that a version keeps its
 *     words
 * @param codes answers of radios and checkboxes in their order, empty for text
 * @param longest characters of a text
 * @param optional whether the page marks it as optional
 * @param required when it needs an answer; {@code null} for never
 * @param orElse fields one of which answers it as well
 * @param wrong part of the text key that asks for the missing answer
 * @param when which answers before it open it
 * @param identity whether it tells who the reporter is or how they are reached: it is never asked
 *     of the anonymous, and is sealed apart
 * @param promises codes of answers that promise a file: until one has come, everybody is told so
 * @param hinders codes of answers with which the law lets nobody examine a formal letter: everybody
 *     is told so; a signal is not hindered
 */
public record Field(
    String name,
    String text,
    Kind kind,
    Set<String> codes,
    int longest,
    boolean optional,
    Condition required,
    List<String> orElse,
    String wrong,
    Condition when,
    boolean identity,
    Set<String> promises,
    Set<String> hinders) {
  public enum Kind {
    RADIOS,
    CHECKBOXES,
    TEXT,
    EMAIL,
    PHONE,
    LINES,
    STORY,
    DATE,
    /** In which language the text of the same page is written; the page's own until one says so. */
    LANGUAGE;

    public boolean isChoice() {
      return this == RADIOS || this == CHECKBOXES || this == LANGUAGE;
    }
  }

  /** What is asked of a text beside it, and is no question of its own. */
  public boolean isBeside() {
    return kind == Kind.LANGUAGE;
  }

  /** Names of the form's fields it consists of. */
  public List<String> inputs() {
    return kind == Kind.DATE
        ? List.of(name + "-day", name + "-month", name + "-year")
        : List.of(name);
  }
}
