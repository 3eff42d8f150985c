package org.isonomia.shared;

import java.time.LocalDate;

/** The city's working days: not Saturdays, Sundays and public holidays. Dates are Europe/Warsaw. */
public interface WorkingDays {
  /**
   * The day on which {@code days} working days have passed; counting begins on the day after {@code
   * from}.
   */
  LocalDate plusWorkingDays(LocalDate from, int days);

  /** This day if it is a working day, else the next one that is. */
  LocalDate nextWorkingDay(LocalDate day);
}
