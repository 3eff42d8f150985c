package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Holder;
import org.isonomia.privacy.Safes;
import org.isonomia.referral.ReferralEvent;
import org.isonomia.referral.domain.Referrals;
import org.isonomia.referral.domain.ToldName;
import org.isonomia.referral.domain.Visits;
import org.isonomia.referral.domain.WaitingLinks;

/**
 * However a referral ends, the partner's keys go with it in the same transaction: the envelopes of
 * its link and of its institution, what open visits hold, and a link that was not mailed yet.
 */
@ApplicationScoped
@Transactional
public class EndAccess {
  @Inject Referrals referrals;
  @Inject Visits visits;
  @Inject WaitingLinks waiting;
  @Inject Safes safes;

  @Allowed(Permission.ANYONE)
  public void handle(@Observes ReferralEvent event) {
    if (!event.ended() && !(event instanceof ReferralEvent.ReferralRevoked)) {
      return;
    }
    var referral = referrals.get(event.number());
    var institution = Holder.institution(referral.institutionId());
    for (var subject : new String[] {event.number().value(), ToldName.subject(event.number())}) {
      safes.remove(subject, Safes.LINK);
      safes.remove(subject, institution);
    }
    visits.forget(referral.id());
    waiting.remove(referral.id());
  }
}
