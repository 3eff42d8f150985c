package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.isonomia.access.Actor;
import org.isonomia.privacy.Ledger;
import org.isonomia.privacy.Replays;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.referral.domain.Referrals;

/** After a restore: what a reporter or the office took back is taken back again. */
@ApplicationScoped
public class ReplayWithdrawal implements Replays {
  @Inject Referrals referrals;
  @Inject StaffDesk desk;

  @Override
  public void replay(Ledger.Kind kind, String subject, Instant at) {
    if (kind != Ledger.Kind.WITHDRAWN) {
      return;
    }
    var words = subject.split("/", 2);
    var number = new ReferralNumber(words[1]);
    referrals
        .caseOf(number)
        .ifPresent(of -> Actor.HOUSE.run(() -> desk.again(words[0], of, number)));
  }
}
