package org.isonomia.casework.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.WorkingDays;

/**
 * Computes the dates of the law. The source is art. 57 of the Code of Administrative Procedure:
 * days count from the day after the event; a month ends on the day of the same number or the
 * month's last day; an end on a Saturday, Sunday or public holiday moves to the next working day.
 * Everything is Europe/Warsaw; a date ends at 24:00.
 */
public record LegalCalendar(List<HolidayRule> holidays) implements WorkingDays {
  public LegalCalendar {
    holidays = List.copyOf(holidays);
  }

  /** When a term that began with an event at this instant ends. */
  public DueDate due(Instant event, Term term) {
    var from = LocalDate.ofInstant(event, AppClock.CITY);
    return switch (term.unit()) {
      case DAY -> moved(from.plusDays(term.amount()));
      case MONTH -> moved(from.plusMonths(term.amount()));
      case WORKING_DAY -> on(plusWorkingDays(from, term.amount()));
      case END_OF_DAY -> on(from);
      case HOUR -> {
        var at = event.plus(Duration.ofHours(term.amount()));
        var day = LocalDate.ofInstant(at, AppClock.CITY);
        yield new DueDate(day, day, at, null);
      }
    };
  }

  /** A day that was named by a person; it is not moved. */
  public DueDate on(LocalDate day) {
    return new DueDate(day, day, endOf(day), null);
  }

  /** 24:00 of this day in the city. */
  public static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(AppClock.CITY).toInstant();
  }

  @Override
  public LocalDate plusWorkingDays(LocalDate from, int days) {
    var day = from;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      if (dayOff(day).isEmpty()) {
        left--;
      }
    }
    return day;
  }

  @Override
  public LocalDate nextWorkingDay(LocalDate day) {
    var next = day;
    while (dayOff(next).isPresent()) {
      next = next.plusDays(1);
    }
    return next;
  }

  /**
   * Why this day is not a working day: code of the holiday, SATURDAY or SUNDAY; empty on a working
   * day.
   */
  public Optional<String> dayOff(LocalDate day) {
    var holiday = holidays.stream().filter(h -> h.fallsOn(day)).map(HolidayRule::code).findFirst();
    if (holiday.isPresent()) {
      return holiday;
    }
    var week = day.getDayOfWeek();
    return week == DayOfWeek.SATURDAY || week == DayOfWeek.SUNDAY
        ? Optional.of(week.name())
        : Optional.empty();
  }

  private DueDate moved(LocalDate counted) {
    var day = nextWorkingDay(counted);
    return new DueDate(counted, day, endOf(day), dayOff(counted).orElse(null));
  }
}
