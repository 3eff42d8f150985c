package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.isonomia.access.Actor;
import org.isonomia.access.Permission;
import org.isonomia.referral.CaseDoor;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.ReferralStatus;
import org.isonomia.referral.domain.Referrals;
import org.isonomia.referral.domain.Visits;
import org.isonomia.shared.Problem;

/**
 * Decides whether a partner may come to a referral. Every act of a partner goes through here,
 * because the permission alone does not say which referral is theirs. Visits end in real time: a
 * thief does not wait for the city's clock.
 */
@ApplicationScoped
class PartnerDoor {
  private static final Clock REAL_TIME = Clock.systemUTC();

  @Inject Referrals referrals;
  @Inject CaseDoor cases;
  @Inject Visits visits;

  /**
   * The referral behind this key, locked after its case: what a partner does, the case hears of in
   * the same transaction.
   *
   * @throws Problem forbidden "not-yours" for an alias of another institution or of none; not-found
   *     "link-dead" for a link that does not exist (any more); unauthenticated when the PIN was not
   *     typed; forbidden "referral-revoked" or "referral-closed" when access has ended
   */
  Referral enter(PartnerKey key) {
    var referral = seek(key);
    if (referral.status() == ReferralStatus.REVOKED) {
      throw Problem.forbidden("referral-revoked");
    }
    if (referral.status() == ReferralStatus.EXPIRED) {
      throw Problem.forbidden("referral-closed");
    }
    return referral;
  }

  private Referral seek(PartnerKey key) {
    return key.alias() != null ? byAlias(key.alias()) : byVisit(key);
  }

  private Referral byAlias(String alias) {
    var actor = Actor.current();
    if (actor.institutionId() == null || !Permission.ANSWER_REFERRAL.heldBy(actor)) {
      throw actor.isSignedIn() ? Problem.forbidden("not-yours") : Problem.unauthenticated();
    }
    referrals.caseByAlias(actor.institutionId(), alias).ifPresent(cases::hold);
    return referrals
        .lockByAlias(actor.institutionId(), alias)
        .filter(referral -> referral.sentOn() != null)
        .orElseThrow(() -> Problem.forbidden("not-yours"));
  }

  private Referral byVisit(PartnerKey key) {
    var referral = byLink(key.token());
    var open =
        key.visit() != null
            && visits
                .find(PartnerLinks.hash(key.visit()))
                .filter(visit -> visit.opens(referral, realNow()))
                .isPresent();
    if (!open) {
      throw Problem.unauthenticated();
    }
    cases.hold(referral.caseNumber());
    return referrals.lock(referral.number());
  }

  /**
   * @throws Problem not-found "link-dead"; forbidden "referral-revoked", without asking for a PIN:
   *     there is nothing left to protect
   */
  Referral byLink(String token) {
    var referral =
        referrals.byLink(PartnerLinks.hash(token)).orElseThrow(() -> Problem.notFound("link-dead"));
    if (referral.status() == ReferralStatus.REVOKED) {
      throw Problem.forbidden("referral-revoked");
    }
    return referral;
  }

  static Instant realNow() {
    return REAL_TIME.instant();
  }
}
