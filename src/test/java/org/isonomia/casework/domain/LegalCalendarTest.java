package org.isonomia.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.isonomia.shared.AppClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The dates are those of Polish law and of the stories; each was checked against a printed
 * calendar.
 */
class LegalCalendarTest {
  private final LegalCalendar calendar = SomeLaw.calendar();

  private static Instant at(String cityTime) {
    return LocalDateTime.parse(cityTime).atZone(AppClock.CITY).toInstant();
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  private LocalDate due(String event, Term term) {
    return calendar.due(at(event), term).day();
  }

  // Marta

  @Test
  void three_working_days_from_monday_15_february_end_on_thursday() {
    assertThat(due("2027-02-15T09:40", Term.workingDays(3))).isEqualTo("2027-02-18");
  }

  @Test
  void seven_days_from_monday_15_february_end_on_monday_22_february() {
    assertThat(due("2027-02-15T09:40", Term.days(7))).isEqualTo("2027-02-22");
  }

  @Test
  void one_month_from_15_february_ends_on_15_march() {
    assertThat(due("2027-02-15T09:40", Term.months(1))).isEqualTo("2027-03-15");
  }

  @Test
  void thirty_days_after_closing_on_12_march_is_a_sunday_and_moves_to_monday_12_april() {
    var due = calendar.due(at("2027-03-12T15:00"), Term.days(30));
    assertThat(due.counted()).isEqualTo("2027-04-11");
    assertThat(due.day()).isEqualTo("2027-04-12");
    assertThat(due.movedBecause()).isEqualTo("SUNDAY");
  }

  // Oksana

  @Test
  void three_working_days_from_saturday_night_end_on_wednesday() {
    assertThat(due("2027-03-06T22:15", Term.workingDays(3))).isEqualTo("2027-03-10");
  }

  @Test
  void twenty_four_hours_from_saturday_night_end_on_sunday_night_and_do_not_move() {
    var due = calendar.due(at("2027-03-06T22:15"), Term.hours(24));
    assertThat(due.at()).isEqualTo(at("2027-03-07T22:15"));
    assertThat(due.day()).isEqualTo("2027-03-07");
    assertThat(due.movedBecause()).isNull();
  }

  @Test
  void five_working_days_from_tuesday_9_march_end_on_tuesday_16_march() {
    assertThat(due("2027-03-09T11:00", Term.workingDays(5))).isEqualTo("2027-03-16");
  }

  // Adaeze

  @Test
  void one_month_from_29_january_ends_on_the_last_day_of_february_a_sunday_so_on_1_march() {
    var due = calendar.due(at("2027-01-29T12:00"), Term.months(1));
    assertThat(due.counted()).isEqualTo("2027-02-28");
    assertThat(due.day()).isEqualTo("2027-03-01");
    assertThat(due.movedBecause()).isEqualTo("SUNDAY");
  }

  @Test
  void
      a_recommendation_of_24_february_is_to_be_answered_by_26_march_because_good_friday_is_a_working_day() {
    assertThat(due("2027-02-24T18:00", Term.days(30))).isEqualTo("2027-03-26");
  }

  @Test
  void minutes_of_24_february_are_drafted_by_3_march() {
    assertThat(due("2027-02-24T19:00", Term.days(7))).isEqualTo("2027-03-03");
  }

  // counting

  @Test
  void the_day_of_the_event_does_not_count_however_early_it_is() {
    assertThat(due("2027-02-15T00:00", Term.days(1))).isEqualTo("2027-02-16");
    assertThat(due("2027-02-15T23:59", Term.days(1))).isEqualTo("2027-02-16");
  }

  @Test
  void the_day_is_the_day_in_the_city_not_in_greenwich() {
    var justAfterMidnight = Instant.parse("2027-02-14T23:30:00Z");
    assertThat(calendar.due(justAfterMidnight, Term.days(7)).day()).isEqualTo("2027-02-22");
  }

  @Test
  void a_date_ends_at_midnight() {
    var due = calendar.due(at("2027-02-15T09:40"), Term.days(7));
    assertThat(due.at()).isEqualTo(at("2027-02-23T00:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-31, 1, 2027-03-01", // 28 February is a Sunday
    "2028-01-31, 1, 2028-02-29",
    "2026-01-31, 1, 2026-03-02", // 28 February is a Saturday
    "2027-08-31, 1, 2027-09-30",
    "2026-12-31, 2, 2027-03-01",
    "2027-02-28, 1, 2027-03-30", // 28 March is Easter Sunday, 29 March Easter Monday
    "2026-12-01, 1, 2027-01-04", // New Year is a Friday, a weekend follows
    "2027-02-15, 3, 2027-05-17"
  })
  void months_end_on_the_same_number_or_the_last_day(LocalDate event, int months, LocalDate due) {
    assertThat(due(event + "T10:00", Term.months(months))).isEqualTo(due);
  }

  @Test
  void a_term_that_ends_on_a_saturday_moves_to_monday_and_says_so() {
    var due = calendar.due(at("2027-02-13T10:00"), Term.days(7));
    assertThat(due.movedBecause()).isEqualTo("SATURDAY");
    assertThat(due.day()).isEqualTo("2027-02-22");
  }

  @Test
  void a_term_that_ends_on_a_holiday_moves_and_names_the_holiday() {
    var due = calendar.due(at("2027-04-26T10:00"), Term.days(7));
    assertThat(due.counted()).isEqualTo("2027-05-03");
    assertThat(due.movedBecause()).isEqualTo("CONSTITUTION_DAY");
    assertThat(due.day()).isEqualTo("2027-05-04");
  }

  @Test
  void a_chain_of_days_off_is_passed_whole() {
    // Thursday 24, Friday 25, Saturday 26, Sunday 27 December 2026
    assertThat(due("2026-12-17T10:00", Term.days(7))).isEqualTo("2026-12-28");
    assertThat(due("2026-12-23T10:00", Term.workingDays(1))).isEqualTo("2026-12-28");
  }

  @Test
  void end_of_day_is_the_same_day_even_on_a_sunday() {
    var due = calendar.due(at("2027-03-07T10:00"), new Term(0, Term.Unit.END_OF_DAY));
    assertThat(due.day()).isEqualTo("2027-03-07");
    assertThat(due.at()).isEqualTo(at("2027-03-08T00:00"));
  }

  @Test
  void hours_are_elapsed_hours_when_summer_time_begins_and_ends() {
    // clocks go forward on 28 March 2027 and back on 31 October 2027
    assertThat(calendar.due(at("2027-03-27T22:00"), Term.hours(24)).at())
        .isEqualTo(at("2027-03-28T23:00"));
    assertThat(calendar.due(at("2027-10-30T22:00"), Term.hours(24)).at())
        .isEqualTo(at("2027-10-31T21:00"));
  }

  @Test
  void a_day_is_a_day_when_summer_time_begins() {
    var due = calendar.due(at("2027-03-24T10:00"), Term.days(2));
    assertThat(due.at()).isEqualTo(at("2027-03-27T00:00"));
    assertThat(Duration.between(at("2027-03-28T00:00"), LegalCalendar.endOf(day("2027-03-28"))))
        .isEqualTo(Duration.ofHours(23));
  }

  // holidays

  @ParameterizedTest
  @CsvSource({
    "1961, 1961-04-02", "2000, 2000-04-23", "2011, 2011-04-24", "2019, 2019-04-21",
        "2024, 2024-03-31",
    "2025, 2025-04-20", "2026, 2026-04-05", "2027, 2027-03-28", "2028, 2028-04-16",
        "2029, 2029-04-01",
    "2030, 2030-04-21", "2038, 2038-04-25", "2049, 2049-04-18", "2076, 2076-04-19"
  })
  void easter_is_computed(int year, LocalDate easter) {
    assertThat(HolidayRule.easter(year)).isEqualTo(easter);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-01, NEW_YEAR", "2027-01-06, EPIPHANY", "2027-03-28, EASTER",
        "2027-03-29, EASTER_MONDAY",
    "2027-05-01, LABOUR_DAY", "2027-05-03, CONSTITUTION_DAY", "2027-05-16, PENTECOST",
        "2027-05-27, CORPUS_CHRISTI",
    "2027-08-15, ASSUMPTION", "2027-11-01, ALL_SAINTS", "2027-11-11, INDEPENDENCE_DAY",
        "2027-12-24, CHRISTMAS_EVE",
    "2027-12-25, CHRISTMAS", "2027-12-26, CHRISTMAS_SECOND"
  })
  void fourteen_holidays_of_2027(LocalDate day, String holiday) {
    assertThat(calendar.dayOff(day)).contains(holiday);
  }

  @Test
  void christmas_eve_is_a_holiday_since_2025() {
    assertThat(calendar.dayOff(day("2024-12-24"))).isEmpty();
    assertThat(calendar.dayOff(day("2025-12-24"))).contains("CHRISTMAS_EVE");
  }

  @Test
  void epiphany_is_a_holiday_since_2011() {
    assertThat(calendar.dayOff(day("2010-01-06"))).isEmpty();
    assertThat(calendar.dayOff(day("2011-01-06"))).contains("EPIPHANY");
  }

  @Test
  void good_friday_is_a_working_day() {
    assertThat(calendar.dayOff(day("2027-03-26"))).isEmpty();
  }

  @Test
  void two_thousand_and_twenty_seven_has_253_working_days() {
    long count =
        day("2027-01-01")
            .datesUntil(day("2028-01-01"))
            .filter(d -> calendar.dayOff(d).isEmpty())
            .count();
    // 365 days, 52 Saturdays and 52 Sundays, and the eight holidays that fall on a weekday
    assertThat(count).isEqualTo(365 - 104 - 8);
  }

  @Test
  void no_working_days_is_the_day_itself_and_the_next_working_day_of_a_working_day_is_itself() {
    assertThat(calendar.plusWorkingDays(day("2027-02-15"), 0)).isEqualTo("2027-02-15");
    assertThat(calendar.nextWorkingDay(day("2027-02-15"))).isEqualTo("2027-02-15");
    assertThat(calendar.nextWorkingDay(day("2027-03-28"))).isEqualTo("2027-03-30");
  }
}
