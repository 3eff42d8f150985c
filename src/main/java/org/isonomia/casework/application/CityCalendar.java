package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.isonomia.shared.WorkingDays;

/** The working days of the city, for every room that counts them. */
@ApplicationScoped
public class CityCalendar implements WorkingDays {
  @Inject LawInForce law;

  @Override
  public LocalDate plusWorkingDays(LocalDate from, int days) {
    return law.current().calendar().plusWorkingDays(from, days);
  }

  @Override
  public LocalDate nextWorkingDay(LocalDate day) {
    return law.current().calendar().nextWorkingDay(day);
  }
}
