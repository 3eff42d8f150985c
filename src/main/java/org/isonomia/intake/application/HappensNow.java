package org.isonomia.intake.application;

import java.util.Comparator;
import java.util.Optional;
import org.isonomia.intake.CaseStanding.DueDate;
import org.isonomia.intake.CaseStanding.Matter;
import org.isonomia.intake.CaseStanding.Standing;
import org.isonomia.intake.application.OpenMailbox.Contents;
import org.isonomia.page.Texts;

/**
 * What happens now, in the first sentence that a person reads behind the receipt: the page and REST
 * say the same, and neither promises what is over.
 */
public final class HappensNow {
  private static final String WITHDRAWN = "WITHDRAWN";

  private HappensNow() {}

  /** Whether the person has taken the report back. */
  public static boolean isWithdrawn(Matter first) {
    return WITHDRAWN.equals(first.outcome());
  }

  /**
   * The words of the first matter: a question of consent stands above the messages.
   *
   * @param summoned whether a formal letter waits to be completed
   * @param opened whether somebody has opened the case
   */
  public static String words(Texts t, Contents contents, boolean summoned, boolean opened) {
    var matter = contents.first();
    if (isWithdrawn(matter)) {
      return t.t("intake.mailbox.withdrawn", "date", t.date(matter.since()));
    }
    var asked = contents.consents().stream().anyMatch(c -> c.status().equals("PENDING"));
    if (matter.status().equals("AWAITING_REPORTER") && asked) {
      return t.t("intake.mailbox.asksConsent");
    }
    if (matter.status().equals("AWAITING_REPORTER") && summoned) {
      return t.t("intake.mailbox.summoned");
    }
    return matter.status().equals("NEW")
        ? t.t(
            ofNew(
                hasPersonWritten(contents.standing()),
                opened,
                late(t, contents.standing()).isPresent()))
        : words(t, matter);
  }

  /** The words of any other matter. */
  public static String words(Texts t, Matter matter) {
    return t.t(
        "vocabulary.statusForReporter." + matter.status(),
        "detail",
        matter.detail() == null ? "" : matter.detail());
  }

  /**
   * The words of a report that nobody has taken up yet: that a person will read it soon is said
   * only while nobody has and the day for it has not passed.
   */
  static String ofNew(boolean written, boolean opened, boolean late) {
    if (written) {
      return "intake.mailbox.personWrote";
    }
    if (opened) {
      return "intake.mailbox.opened";
    }
    return late ? "intake.mailbox.notOpened" : "vocabulary.statusForReporter.NEW";
  }

  /** What we promised, have not done, and should have done first of all that we are late with. */
  public static Optional<DueDate> late(Texts t, Standing standing) {
    return standing.dates().stream()
        .filter(due -> due.running() && due.state().equals("LATE"))
        .filter(due -> t.has(late(due)))
        .min(Comparator.comparing(DueDate::date));
  }

  /** Text key of what should have been done; none of a time that is the person's own, not ours. */
  public static String late(DueDate due) {
    return "intake.mailbox.late." + due.clock();
  }

  /** The promise that a person writes back is kept by the first letter of one, in time or late. */
  private static boolean hasPersonWritten(Standing standing) {
    return standing.dates().stream()
        .filter(due -> due.clock().equals("ACK_HUMAN"))
        .anyMatch(due -> !due.running() && !due.state().equals("STOPPED"));
  }
}
