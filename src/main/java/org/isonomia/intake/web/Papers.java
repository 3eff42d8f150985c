package org.isonomia.intake.web;

import java.util.List;
import org.isonomia.intake.CaseStanding.DueDate;
import org.isonomia.page.Texts;

/** What stands on an acknowledgement: the same words after filing and behind the receipt. */
final class Papers {
  static final String AFTER_FILING = "/form/done";
  static final String BEHIND_THE_RECEIPT = "/mailbox/own";

  /** Words that do not tell what was filed; a clock that has none is not told on neutral paper. */
  private static final String NEUTRAL = "intake.paper.date.";

  private Papers() {}

  static List<PaperPage.Line> lines(Texts t, List<DueDate> dates, boolean full) {
    return full ? fullLines(t, dates) : neutralLines(t, dates);
  }

  /** Only what the law orders for one formal matter: the clocks that began with it. */
  static List<DueDate> ofFormal(List<DueDate> dates, int matter) {
    return dates.stream().filter(due -> due.matter() == matter).filter(DueDate::byLaw).toList();
  }

  private static List<PaperPage.Line> fullLines(Texts t, List<DueDate> dates) {
    return dates.stream()
        .filter(due -> t.has("intake.date." + due.clock()))
        .map(
            due ->
                new PaperPage.Line(
                    t.date(due.date()),
                    t.t("intake.date." + due.clock()),
                    due.basis().isEmpty() ? null : due.basis()))
        .toList();
  }

  /** No provision: whoever finds the paper and looks it up learns what it is about. */
  private static List<PaperPage.Line> neutralLines(Texts t, List<DueDate> dates) {
    return dates.stream()
        .filter(due -> t.has(NEUTRAL + due.clock()))
        .map(due -> new PaperPage.Line(t.date(due.date()), t.t(NEUTRAL + due.clock()), null))
        .toList();
  }
}
