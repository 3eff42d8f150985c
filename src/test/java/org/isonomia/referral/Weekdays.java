package org.isonomia.referral;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.isonomia.shared.WorkingDays;

/** A calendar for tests: Monday to Friday, without holidays. */
final class Weekdays implements WorkingDays {
  @Override
  public LocalDate plusWorkingDays(LocalDate from, int days) {
    var day = from;
    for (var counted = 0; counted < days; ) {
      day = day.plusDays(1);
      if (isWorking(day)) {
        counted++;
      }
    }
    return day;
  }

  @Override
  public LocalDate nextWorkingDay(LocalDate day) {
    return isWorking(day) ? day : nextWorkingDay(day.plusDays(1));
  }

  private static boolean isWorking(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
