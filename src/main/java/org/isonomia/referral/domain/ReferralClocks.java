package org.isonomia.referral.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.isonomia.shared.ClockTerms;

/** The clocks of a referral, as the law book has them, on the city's calendar. */
@ApplicationScoped
public class ReferralClocks {
  @Inject ClockTerms terms;

  /** Last day for a yes or no, when sent on this day. */
  public LocalDate acceptBy(LocalDate sentOn) {
    return terms.lastDay("REFERRAL_ACCEPT", sentOn);
  }

  /**
   * When to remind of a yes or no: half of the time has passed, a reminder is kind and not yet a
   * reproach.
   */
  public LocalDate remindOn(LocalDate sentOn) {
    return terms.middle("REFERRAL_ACCEPT", sentOn);
  }

  /** When to ask what came of it. */
  public LocalDate askForResultOn(LocalDate acceptedOn) {
    return terms.lastDay("REFERRAL_FEEDBACK", acceptedOn);
  }

  /** Last day for saying what came of it, when asked on this day. */
  public LocalDate resultBy(LocalDate askedOn) {
    return terms.lastDay("REFERRAL_FEEDBACK_ANSWER", askedOn);
  }
}
