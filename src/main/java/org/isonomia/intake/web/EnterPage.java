package org.isonomia.intake.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.page.Form;

/**
 * Where the receipt is typed.
 *
 * @param form field {@code receipt}, and what waits when the visit ended while something was typed
 * @param ended whether a visit ended, by time or by leaving
 * @param open whether a mailbox is still open in this browser: nobody types twenty digits twice
 */
public record EnterPage(Form form, boolean ended, boolean open) {
  /** The page as it was sent. */
  EnterPage(Form form) {
    this(form, false, false);
  }

  /** Hidden field: the page whose answers wait. */
  static final String THEN = "then";

  /** Hidden field: the answers themselves, sealed and bound to their case. */
  static final String KEPT = "kept";

  /** Pages behind the receipt where something is typed; nobody is led anywhere else. */
  private static final Map<String, String> WAITING =
      Map.of(
          "write", "/mailbox/open",
          "answers", "/mailbox/answers",
          "name", "/mailbox/name",
          "formal", "/mailbox/own/letter",
          "identity", "/mailbox/own/who",
          "complete", "/mailbox/own/complete",
          "news", "/mailbox/own/news",
          "newsSure", "/mailbox/own/news/sure");

  /** Before the name of one of the pages on which an answer is corrected. */
  static final String CORRECT = "correct-";

  private static final Set<String> UNTYPED =
      Set.of("receipt", THEN, KEPT, Press.NAME, Press.WAITED, Press.OF, Press.STOOD);

  /** Address of a page whose answers can wait, without the language; {@code null} for others. */
  static String address(String then) {
    return then.startsWith(CORRECT)
            && then.substring(CORRECT.length()).matches("[a-z0-9]+(-[a-z0-9]+)*")
        ? CorrectPages.AT + "/" + then.substring(CORRECT.length())
        : WAITING.get(then);
  }

  /** What was typed, without what the page itself sends along. */
  static Map<String, List<String>> typed(Form form) {
    var typed = new LinkedHashMap<>(form.values());
    var stood = typed.get(Press.STOOD);
    typed.keySet().removeAll(UNTYPED);
    typed.values().removeIf(all -> all.stream().allMatch(String::isBlank));
    // what only the page chose is nobody's words
    if (typed.keySet().stream().allMatch(field -> Press.isOfThePage(form, field))) {
      return Map.of();
    }
    if (stood != null) {
      typed.put(Press.STOOD, stood); // so that nobody overwrites what they have not seen
    }
    return typed;
  }

  /** Where what waits is sent on to, without the language; {@code null} when nothing waits. */
  String then() {
    return kept().isEmpty() ? null : address(form.value(THEN));
  }

  /** What waits, sealed; empty when nothing does. */
  public String kept() {
    return form.value(KEPT);
  }

  @Override
  public String toString() {
    return "EnterPage";
  }
}
