package org.isonomia.referral.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.isonomia.shared.WorkingDays;

/** How long a partner may take for something; a row of settings. */
@Entity
@Table(name = "referral_clock")
public class ReferralClock {
  @Id private String code;
  private int amount;
  private String unit;

  protected ReferralClock() {}

  /**
   * @param unit WORKING_DAY or DAY
   */
  public ReferralClock(String code, int amount, String unit) {
    this.code = code;
    this.amount = amount;
    this.unit = unit;
  }

  /** The last day, when it starts on this day: counted from the day after; never a free day. */
  public LocalDate lastDay(LocalDate start, WorkingDays calendar) {
    return lastDay(start, amount, calendar);
  }

  /**
   * The day on which half of the time has passed, when a reminder is kind and not yet a reproach.
   */
  public LocalDate middle(LocalDate start, WorkingDays calendar) {
    return lastDay(start, Math.max(1, (amount + 1) / 2), calendar);
  }

  private LocalDate lastDay(LocalDate start, int days, WorkingDays calendar) {
    return unit.equals("WORKING_DAY")
        ? calendar.plusWorkingDays(start, days)
        : calendar.nextWorkingDay(start.plusDays(days));
  }
}
