package org.isonomia.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.isonomia.shared.CaseNumber;

/**
 * What intake asks of whoever handles the case, so that a reporter reads the truth and not a copy
 * of it.
 */
public interface CaseStanding {
  Standing of(CaseNumber number);

  /** Whether nothing of it is open any more; opens nothing, so that a job may ask. */
  boolean isOver(CaseNumber number);

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
   */
  record DueDate(String clock, LocalDate date, String state, String basis) {}
}
