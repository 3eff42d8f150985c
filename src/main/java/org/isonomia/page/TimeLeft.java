package org.isonomia.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How long something may still take, and how loudly to say so.
 *
 * @param days whole days in the city's calendar, negative when late
 * @param hours whole hours left, negative when late; said instead of days within the last 24 hours
 */
public record TimeLeft(long days, long hours) {
  /** The colour of the badge; the words say the same. */
  public enum Tone {
    CALM,
    SOON,
    LATE
  }

  /** A clock that ends at an instant: its words change to hours on the last day. */
  public static TimeLeft of(Instant now, Instant due) {
    LocalDate today = LocalDate.ofInstant(now, Texts.ZONE);
    // a term that ends at 24:00 ends on the day before, as a person counts
    LocalDate last = LocalDate.ofInstant(due.minusNanos(1), Texts.ZONE);
    return new TimeLeft(ChronoUnit.DAYS.between(today, last), Duration.between(now, due).toHours());
  }

  /** A term that ends with a day. */
  public static TimeLeft of(LocalDate today, LocalDate last) {
    long days = ChronoUnit.DAYS.between(today, last);
    return new TimeLeft(days, days < 0 ? days * 24 : (days + 1) * 24);
  }

  public Tone tone() {
    if (days < 0 || hours < 0 || days == 0) return Tone.LATE;
    return days <= 3 ? Tone.SOON : Tone.CALM;
  }

  public boolean late() {
    return days < 0 || (days == 0 && hours < 0);
  }

  /** "3 days left", "due today", "2 days late". */
  public String text(Texts t) {
    if (days == 0 && hours < 0) return t.t("page.lateToday");
    return t.daysLeft(days);
  }
}
