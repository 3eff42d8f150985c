package org.isonomia.intake.web;

import java.util.Set;
import java.util.stream.Collectors;
import org.isonomia.page.Form;

/**
 * Buttons that look like links and send the form, so that what was typed is kept without
 * JavaScript. Their name and values are those of the layout.
 */
final class Press {
  static final String NAME = "press";

  /** The same page in another language; the address already names it. */
  static final String SWITCH = "switch";

  /** The question before. */
  static final String BACK = "back";

  /** Keeps the answers and shows a code for another day. */
  static final String LATER = "later";

  /** Hidden field of what waited while the receipt was typed again: it is shown, not acted upon. */
  static final String WAITED = "waited";

  /** Hidden field of the layout: whose page it is. */
  static final String OF = "of";

  /** Hidden field of a correction: a mark of the answers that the page showed. */
  static final String STOOD = "stood";

  /** End of the name of a hidden field: what the page chose by itself in the field of that name. */
  static final String PRESET = "-preset";

  private static final Set<String> UNTYPED = Set.of(NAME, OF, STOOD, "id", "matter");

  private Press() {}

  /** Whether the page is only to be shown again, with all that was typed. */
  static boolean shows(Form form) {
    return form.has(NAME, SWITCH) || form.has(WAITED, "yes");
  }

  /**
   * Whether somebody goes back who typed something that is not sent. They are asked first: behind
   * the receipt nothing unsent is kept.
   *
   * @param before what stood in the fields when the page was opened
   */
  static boolean leavesUnsent(Form form, Form before) {
    return form.has(NAME, BACK)
        && form.values().keySet().stream()
            .filter(field -> !UNTYPED.contains(field) && !isOfThePage(form, field))
            .anyMatch(field -> !tidy(form, field).equals(tidy(before, field)));
  }

  /** Whether the page chose this by itself, and nobody changed it. */
  static boolean isOfThePage(Form form, String field) {
    return field.endsWith(PRESET)
        || !form.isBlank(field) && form.has(field + PRESET, form.value(field));
  }

  private static String tidy(Form form, String field) {
    return form.values(field).stream().map(String::strip).collect(Collectors.joining("\n")).strip();
  }
}
