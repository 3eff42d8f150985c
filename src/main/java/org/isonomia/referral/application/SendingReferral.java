package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.isonomia.privacy.Vault;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.ReferralClocks;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;

/**
 * What every act that hands a referral over or renews its link does; inside the act's transaction.
 */
@ApplicationScoped
class SendingReferral {
  @Inject ReferralClocks clocks;
  @Inject PartnerLinks links;
  @Inject Vault vault;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /** Sent today, with its first link; the mail follows by the picture. */
  void send(Referral referral) {
    var today = clock.today();
    events.fire(referral.send(today, clocks.acceptBy(today), clock.instant()));
    issueLink(referral);
  }

  /** A link and a PIN that nobody had before. */
  void issueLink(Referral referral) {
    var number = referral.number();
    var issue = referral.linkIssue() + 1;
    var pin = vault.seal(number.value(), "pin", PartnerLinks.pin());
    var renewed =
        referral.issueLink(
            issue, PartnerLinks.hash(links.token(number, issue)), pin, clock.instant());
    if (issue > 1) {
      events.fire(renewed);
    }
  }
}
