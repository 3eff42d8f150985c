package org.isonomia.shared;

import java.time.LocalDate;

/**
 * The working days of the country the city is in: Monday to Friday without public holidays. Who
 * keeps the holidays implements it; they are data.
 */
public interface WorkingDays {
  /** The day that lies this many working days after {@code from}; counting starts the day after. */
  LocalDate plusWorkingDays(LocalDate from, int days);

  /** This day, or the next working day when it is none. */
  LocalDate nextWorkingDay(LocalDate day);
}
