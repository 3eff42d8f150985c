package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.isonomia.access.Actor;
import org.isonomia.access.Deed;
import org.isonomia.casework.domain.Cases;
import org.isonomia.casework.domain.Readings;
import org.isonomia.referral.CaseDoor;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/** Referrals are opened by the rule of their case; inside the transaction of whoever asks. */
@ApplicationScoped
public class OpenForReferral implements CaseDoor {
  @Inject Register register;
  @Inject Cases cases;
  @Inject Readings readings;
  @Inject AppClock clock;

  @Override
  public boolean isTheirs(CaseNumber number) {
    return cases.find(number).filter(Register::isTheirs).isPresent();
  }

  @Override
  public void look(CaseNumber number) {
    Deed.inCase(number);
    register.look(number);
    if (Actor.current().isSignedIn()) {
      // what a referral shares is of the case
      readings.opened(number, Actor.current().accountId(), clock.instant());
    }
  }

  @Override
  public void take(CaseNumber number) {
    Deed.inCase(number);
    register.take(number);
  }

  @Override
  public void hold(CaseNumber number) {
    Deed.inCase(number);
    cases.get(number);
  }
}
