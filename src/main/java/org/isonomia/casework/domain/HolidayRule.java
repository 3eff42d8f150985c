package org.isonomia.casework.domain;

import java.time.LocalDate;

/**
 * One public holiday as the law states it: either a fixed day of the year or a number of days after
 * Easter Sunday. Reference data; a change of the law is a new row, not a release.
 *
 * @param code what it is called in texts ({@code CHRISTMAS_EVE})
 * @param month month of a fixed day, 1 to 12; 0 for a movable one
 * @param day day of that month; 0 for a movable one
 * @param afterEaster days after Easter Sunday; only for a movable one
 * @param fromYear first year in which it is a holiday
 * @param toYear last year in which it is one, or {@code null}
 * @param basis the act that says so
 */
public record HolidayRule(
    String code, int month, int day, int afterEaster, int fromYear, Integer toYear, String basis) {

  public static HolidayRule fixed(String code, int month, int day, int fromYear) {
    return new HolidayRule(code, month, day, 0, fromYear, null, "");
  }

  public static HolidayRule movable(String code, int afterEaster, int fromYear) {
    return new HolidayRule(code, 0, 0, afterEaster, fromYear, null, "");
  }

  boolean fallsOn(LocalDate date) {
    int year = date.getYear();
    if (year < fromYear || (toYear != null && year > toYear)) {
      return false;
    }
    return month == 0
        ? date.equals(easter(year).plusDays(afterEaster))
        : date.getMonthValue() == month && date.getDayOfMonth() == day;
  }

  /** Easter Sunday of the Gregorian calendar, by the anonymous computus (Meeus, Jones, Butcher). */
  public static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
