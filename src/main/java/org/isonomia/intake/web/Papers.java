package org.isonomia.intake.web;

import java.util.List;
import java.util.Set;
import org.isonomia.intake.CaseStanding.DueDate;
import org.isonomia.page.Texts;

/** What stands on an acknowledgement: the same words after filing and behind the receipt. */
final class Papers {
  static final String AFTER_FILING = "/form/done";
  static final String BEHIND_THE_RECEIPT = "/mailbox/own";

  /** Clocks whose own words tell what was filed; on neutral paper they read like any answer. */
  private static final Set<String> ANSWERS =
      Set.of("SETTLE_237", "SETTLE_244", "PETITION", "ACCESSIBILITY");

  private static final Set<String> FORWARDS = Set.of("FORWARD_231", "FORWARD_243");
  private static final Set<String> NEUTRAL = Set.of("ACK_HUMAN", "PRELIM_ASSESSMENT");

  private Papers() {}

  static List<PaperPage.Line> lines(Texts t, List<DueDate> dates, boolean full) {
    return full ? fullLines(t, dates) : neutralLines(t, dates);
  }

  /** Only what the law orders for one formal matter: the clocks that began with it. */
  static List<DueDate> ofFormal(List<DueDate> dates, int matter) {
    return dates.stream()
        .filter(due -> due.matter() == matter)
        .filter(due -> ANSWERS.contains(due.clock()) || FORWARDS.contains(due.clock()))
        .toList();
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
        .filter(due -> neutralWords(due.clock()) != null)
        .map(due -> new PaperPage.Line(t.date(due.date()), t.t(neutralWords(due.clock())), null))
        .toList();
  }

  private static String neutralWords(String clock) {
    if (ANSWERS.contains(clock)) {
      return "intake.paper.date.answer";
    }
    if (FORWARDS.contains(clock)) {
      return "intake.paper.date.forward";
    }
    return NEUTRAL.contains(clock) ? "intake.date." + clock : null;
  }
}
