package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.isonomia.casework.domain.Cases;
import org.isonomia.referral.CaseDoor;
import org.isonomia.shared.CaseNumber;

/** Referrals are opened by the rule of their case; inside the transaction of whoever asks. */
@ApplicationScoped
public class OpenForReferral implements CaseDoor {
  @Inject Register register;
  @Inject Cases cases;

  @Override
  public boolean isTheirs(CaseNumber number) {
    return cases.find(number).filter(Register::isTheirs).isPresent();
  }

  @Override
  public void take(CaseNumber number) {
    register.take(number);
  }

  @Override
  public void hold(CaseNumber number) {
    cases.get(number);
  }
}
