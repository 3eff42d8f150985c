package org.isonomia.shared;

import java.time.LocalDate;

/**
 * How long the clocks of the law book run, for rooms that count by them and do not keep them. Dates
 * are Europe/Warsaw. A correction in the law book changes the dates that are asked for afterwards.
 */
public interface ClockTerms {
  /**
   * The last day of this clock when it starts on this day.
   *
   * @param clock code of the clock ({@code REFERRAL_ACCEPT})
   * @throws IllegalStateException when the law book has no such clock
   */
  LocalDate lastDay(String clock, LocalDate start);

  /** The day on which half of its time has passed; at least one whole unit of it. */
  LocalDate middle(String clock, LocalDate start);
}
