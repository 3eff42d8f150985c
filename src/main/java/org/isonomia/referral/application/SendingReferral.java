package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Set;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Holder;
import org.isonomia.privacy.LinkKeys;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Trust;
import org.isonomia.privacy.Vault;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.ReferralClocks;
import org.isonomia.referral.domain.ToldName;
import org.isonomia.referral.domain.WaitingLink;
import org.isonomia.referral.domain.WaitingLinks;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;

/**
 * What every act that hands a referral over or renews its link does; inside the act's transaction.
 * Who acts has the referral open: the reporter who agrees, or the case handler.
 */
@ApplicationScoped
class SendingReferral {
  private static final Set<Compartment> CONTENT = Set.of(Compartment.CONTENT);

  @Inject ReferralClocks clocks;
  @Inject WaitingLinks waiting;
  @Inject Vault vault;
  @Inject Safes safes;
  @Inject Trust trust;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /** Sent today, with its first link; the mail follows by the picture. */
  void send(Referral referral) {
    var today = clock.today();
    events.fire(referral.send(today, clocks.acceptBy(today), clock.instant()));
    issueLink(referral);
  }

  /**
   * A link and a PIN that nobody had before. The secret waits for its mail and is kept nowhere
   * else. An institution whose key was vouched for reads it with that key too.
   */
  void issueLink(Referral referral) {
    var subject = referral.number().value();
    var issue = referral.linkIssue() + 1;
    var secret = LinkKeys.newSecret();
    var pin = PartnerLinks.pin();
    var keys = LinkKeys.of(secret, pin, subject);
    var renewed =
        referral.issueLink(
            issue,
            new Referral.Link(
                PartnerLinks.hash(secret),
                PartnerLinks.hex(keys.verifier()),
                vault.sealBytes(subject, "link", keys.publicKeys().encoded()),
                vault.seal(subject, "pin", pin)),
            clock.instant());
    safes.add(subject, Safes.byLink(keys, CONTENT));
    var institution = Holder.institution(referral.institutionId());
    if (trust.isVouched(institution)) {
      safes.add(subject, new Safes.For(institution, CONTENT));
    }
    // what was wrapped for the link before is nothing to the new one
    safes.remove(ToldName.subject(referral.number()), Safes.LINK);
    waiting.keep(
        new WaitingLink(referral.id(), issue, vault.sealForHouse(subject, "link", secret)));
    if (issue > 1) {
      events.fire(renewed);
    }
  }
}
