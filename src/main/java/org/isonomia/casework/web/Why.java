package org.isonomia.casework.web;

import java.util.ArrayList;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.page.Texts;

/** Says in a sentence why a date is what it is. */
public final class Why {
  private Why() {}

  /**
   * "1 month from 29 January 2027 is Sunday 28 February; a Sunday, so the next working day counts.
   * KPA art. 237 § 1."
   */
  public static String of(Texts t, ReadCase.DueLine due) {
    var sentences = new ArrayList<String>();
    if (due.extendedFrom() != null) {
      sentences.add(
          t.t(
              "casework.why.extended",
              "from",
              t.date(due.extendedFrom()),
              "due",
              t.date(due.dueOn())));
    } else {
      sentences.add(
          t.t(
              "casework.why." + due.unit().name(),
              "amount",
              due.amount(),
              "from",
              t.date(due.startedOn()),
              "due",
              due.unit().name().equals("HOUR")
                  ? t.dateTime(due.dueAt())
                  : t.date(due.countedOn())));
      if (due.movedBecause() != null) {
        sentences.add(
            t.t(
                "casework.why.moved",
                "because",
                t.t("casework.dayOff." + due.movedBecause()),
                "due",
                t.date(due.dueOn())));
      }
    }
    sentences.add(
        due.basis().isEmpty()
            ? t.t("casework.why.own")
            : t.t("casework.why.basis", "basis", due.basis()));
    return String.join(" ", sentences);
  }

  /** The clock's name; several of one clock are told apart by their length. */
  public static String name(Texts t, ReadCase.DueLine due) {
    var name = t.code("clock", due.clock());
    return due.clock().equals("RETALIATION_CHECK")
        ? name + " (" + t.days(due.amount()) + ")"
        : name;
  }
}
