package org.isonomia.casework.application;

import org.isonomia.intake.ReportFacts;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;

/**
 * The title of a case until somebody writes a better one: what it is about and who did it, in the
 * vocabulary's words; where nobody said who did it, only what it is about.
 */
final class FirstTitle {
  private FirstTitle() {}

  /** In Polish, the language of the office. */
  static String of(ReportFacts report) {
    var t = Texts.of(Language.PL);
    var area = report.area() == null ? "OTHER" : report.area();
    var respondent = report.respondentType();
    var words =
        respondent == null
            ? t.code("area", area)
            : t.t(
                "casework.firstTitle",
                "area",
                t.code("area", area),
                "respondent",
                t.code("respondent", respondent));
    return words.substring(0, 1).toUpperCase(t.language().locale()) + words.substring(1);
  }
}
