package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.referral.ReferralDesk;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** The office withdraws the referral a case waits for; the case goes back to its case handler. */
@ApplicationScoped
@Transactional
public class RevokeReferral {
  @Inject Register register;
  @Inject ReferralDesk referrals;

  @Allowed(Permission.SEND_REFERRAL)
  public void handle(CaseNumber number) {
    var file = register.take(number);
    if (file.referral() == null) {
      throw Problem.conflict("no-referral");
    }
    referrals.revoke(file.number(), new ReferralNumber(file.referral()));
  }
}
