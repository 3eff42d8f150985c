package org.isonomia.intake.web;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.page.Form;
import org.isonomia.page.Row;
import org.isonomia.page.View;

/**
 * Where the receipt is typed.
 *
 * @param form field {@code receipt}, and {@code text} when a message was written after the visit
 *     had ended
 * @param ended whether a visit ended, by time or by leaving
 */
public record EnterPage(Form form, boolean ended) {
  /** Hidden field: the page whose answers wait. */
  static final String THEN = "then";

  /** Pages behind the receipt where something is typed; nobody is led anywhere else. */
  private static final Map<String, String> WAITING =
      Map.of(
          "answers", "/mailbox/answers",
          "name", "/mailbox/identity",
          "formal", "/mailbox/own/formal",
          "identity", "/mailbox/own/identity",
          "complete", "/mailbox/own/complete",
          "news", "/mailbox/own/news",
          "correct", "/mailbox/rights/correct");

  private static final Set<String> OWN = Set.of("receipt", "text", THEN, Press.NAME, Press.WAITED);

  /**
   * The visit ended while something was typed: it waits in this page, unseen, until the receipt is
   * typed again.
   *
   * @param then one of the pages above, or {@code null} for a message
   */
  static Response waiting(Form form, String then) {
    if (then != null) {
      form.with(THEN, then);
    }
    form.with("receipt", ""); // it may have come along; nobody needs to see it
    form.error("receipt", then == null ? "intake.wrong.visit-ended" : "intake.wrong.visit-waits");
    return Response.status(422)
        .entity(View.of("intake/enter", new EnterPage(form, false)).status(422))
        .build();
  }

  /** Address of the page whose answers wait, without the language; {@code null} when none do. */
  String then() {
    return WAITING.get(form.value(THEN));
  }

  /** What waits: name and value of hidden fields. */
  public List<Row> waiting() {
    if (then() == null) {
      return List.of();
    }
    return form.values().entrySet().stream()
        .filter(field -> !OWN.contains(field.getKey()))
        .flatMap(field -> field.getValue().stream().map(value -> Row.of(field.getKey(), value)))
        .toList();
  }

  @Override
  public String toString() {
    return "EnterPage";
  }
}
