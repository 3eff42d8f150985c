package org.isonomia.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isonomia.shared.CaseNumber;

/**
 * What intake asks of whoever handles the case, so that a reporter reads the truth and not a copy
 * of it.
 */
public interface CaseStanding {
  Standing of(CaseNumber number);

  /** Whether nothing of it is open any more; opens nothing, so that a job may ask. */
  boolean isOver(CaseNumber number);

  /**
   * Whether there will be no news any more: it is over, and no day is still to come on which the
   * person is asked or told something. Opens nothing, so that a job may ask.
   */
  boolean isNewsOver(CaseNumber number);

  /**
   * What the person is asked to complete, by matter, opened by the receipt; empty when nothing is
   * missing.
   */
  List<Summons> summonses(CaseNumber number);

  /**
   * A formal letter lacks something that the law asks for (regulation of 8 January 2002, § 8).
   *
   * @param matter number of the matter
   * @param missing codes: NAME, ADDRESS, MATTER_UNCLEAR
   * @param words of the case handler, in the reporter's language, or {@code null}
   * @param readOn the day from which the time counts; {@code null} while it has not begun
   * @param due the last day; {@code null} while it has not begun
   * @param over whether that day has passed
   * @param basis the provision; {@code null} while the time has not begun
   */
  record Summons(
      int matter,
      String qualification,
      Set<String> missing,
      String words,
      LocalDate readOn,
      LocalDate due,
      boolean over,
      String basis) {
    /** Whether name or address is asked for. */
    public boolean asksWho() {
      return missing.contains("NAME") || missing.contains("ADDRESS");
    }

    /** Its words stay out of logs. */
    @Override
    public String toString() {
      return "Summons";
    }
  }

  /** How long what was told stays; empty while something is open, or when nobody knows. */
  Optional<Kept> kept(CaseNumber number);

  /**
   * @param until the last day; {@code null} when the law on archives keeps it
   * @param erased whether it is erased then; else an archivist decides
   */
  record Kept(LocalDate until, boolean erased) {}

  /** Matters, most active first; dates, soonest first; openings, newest first. */
  record Standing(List<Matter> matters, List<DueDate> dates, List<Opening> openings) {}

  /**
   * Somebody opened the identity of a CONFIDENTIAL reporter.
   *
   * @param role code of the role in which it was opened
   */
  record Opening(String role, Instant at) {}

  /**
   * @param status code of the matter's status (NEW, TRIAGE, …)
   * @param step 1 received, 2 being checked, 3 being dealt with, 4 finished
   * @param detail what completes the words of the status (name of the institution), or {@code null}
   * @param outcome closing code, or {@code null} while open
   */
  record Matter(
      int matter,
      String qualification,
      String status,
      int step,
      String detail,
      String outcome,
      Instant since) {}

  /**
   * @param clock code of the clock (ACK_HUMAN, SETTLE_237, …)
   * @param date the last day, city's date
   * @param state RUNNING, MET, LATE, STOPPED
   * @param basis the provision that sets it, empty for a promise of the office's own
   * @param matter number of the matter it belongs to
   * @param running whether nothing has met or ended it yet
   * @param byLaw whether a law sets it and it begins with the receipt of the matter: what stands on
   *     the acknowledgement of a formal letter
   */
  record DueDate(
      String clock,
      LocalDate date,
      String state,
      String basis,
      int matter,
      boolean running,
      boolean byLaw) {}
}
