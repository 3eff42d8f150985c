package org.isonomia.shared;

import java.time.Instant;
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

  /** When this clock ends that starts at this instant, and why then. */
  Due due(String clock, Instant start);

  /**
   * How long this clock runs for whoever no special rule is made for: not for the urgent.
   *
   * @throws IllegalStateException when the law book has no such clock
   */
  Usual usual(String clock);

  /**
   * @param unit DAY, MONTH, WORKING_DAY, HOUR, END_OF_DAY
   */
  record Usual(int amount, String unit) {}

  /**
   * @param day the last day, city's date
   * @param at the instant it ends
   * @param movedBecause SATURDAY, SUNDAY or the code of a holiday, when it moved on; else {@code
   *     null}
   * @param unit DAY, MONTH, WORKING_DAY, HOUR, END_OF_DAY
   * @param basis the provision; empty for the office's own standard
   */
  record Due(
      LocalDate day, Instant at, String movedBecause, int amount, String unit, String basis) {}
}
