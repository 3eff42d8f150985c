package org.isonomia.referral.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import org.isonomia.shared.WorkingDays;

/** The clocks of a referral on the city's calendar. */
@ApplicationScoped
public class ReferralClocks {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Inject WorkingDays calendar;

  /** Last day for a yes or no, when sent on this day. */
  public LocalDate acceptBy(LocalDate sentOn) {
    return clock("REFERRAL_ACCEPT").lastDay(sentOn, calendar);
  }

  /** When to remind of a yes or no. */
  public LocalDate remindOn(LocalDate sentOn) {
    return clock("REFERRAL_ACCEPT").middle(sentOn, calendar);
  }

  /** When to ask what came of it. */
  public LocalDate askForResultOn(LocalDate acceptedOn) {
    return clock("REFERRAL_FEEDBACK").lastDay(acceptedOn, calendar);
  }

  /** Last day for saying what came of it, when asked on this day. */
  public LocalDate resultBy(LocalDate askedOn) {
    return clock("REFERRAL_FEEDBACK_ANSWER").lastDay(askedOn, calendar);
  }

  private ReferralClock clock(String code) {
    var clock = em.find(ReferralClock.class, code);
    if (clock == null) {
      throw new IllegalStateException("no clock " + code);
    }
    return clock;
  }
}
