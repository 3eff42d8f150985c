package org.isonomia.intake.web;

import java.util.List;
import java.util.Optional;
import org.isonomia.intake.Reports;
import org.isonomia.intake.domain.Codes;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.page.Written;

/**
 * In which language a message is written, asked beside it as beside the story. Who told the story
 * in another language than the page's most likely writes in it again.
 */
public final class MessageLanguage {
  static final String FIELD = Reports.WRITTEN_IN;
  private static final String PRESET = FIELD + Press.PRESET;

  private MessageLanguage() {}

  /** All of them by the names they give themselves. */
  public static List<Choice> choices(Texts t) {
    return Codes.WRITTEN_IN.stream()
        .map(
            tag ->
                Choice.of(
                    tag, Written.ownName(tag).orElseGet(() -> t.t("intake." + FIELD + "." + tag))))
        .toList();
  }

  /**
   * A choice stays; what the page chose by itself is chosen anew while nothing is written.
   *
   * @param story in which language the story is written, when that was said
   */
  static Form preset(Form form, Language page, Optional<String> story) {
    boolean chosen = !form.isBlank(FIELD);
    boolean byThePage = form.has(PRESET, form.value(FIELD)) && form.isBlank("text");
    if (chosen && !byThePage) {
      return form;
    }
    var preset = story.orElse(page.tag());
    return form.with(FIELD, preset).with(PRESET, preset);
  }

  /** What was chosen; of what is no language of ours, that of the page. */
  static String of(Form form, Language page) {
    var chosen = form.value(FIELD);
    return Codes.WRITTEN_IN.contains(chosen) ? chosen : page.tag();
  }
}
