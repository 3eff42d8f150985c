package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.isonomia.access.Actor;
import org.isonomia.access.Deed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Safes;
import org.isonomia.referral.CaseDoor;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.ReferralStatus;
import org.isonomia.referral.domain.Referrals;
import org.isonomia.referral.domain.ToldName;
import org.isonomia.referral.domain.Visit;
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
  @Inject Safes safes;

  /**
   * The referral behind this key, locked after its case: what a partner does, the case hears of in
   * the same transaction.
   *
   * @throws Problem forbidden "not-yours" for an alias of another institution or of none; not-found
   *     "link-dead" for a link that does not exist (any more); unauthenticated when the PIN was not
   *     typed; forbidden "referral-revoked" or "referral-closed" when access has ended; forbidden
   *     "partner-without-key" for a user who was not let into the institution's key, or when it has
   *     none
   */
  Referral enter(PartnerKey key) {
    var referral = seek(key);
    Deed.about(referral.number().value());
    if (referral.status() == ReferralStatus.REVOKED) {
      throw Problem.forbidden("referral-revoked");
    }
    if (referral.status() == ReferralStatus.EXPIRED) {
      throw Problem.forbidden("referral-closed");
    }
    if (referral.status().isReadByPartner()
        && !safes.isOpen(referral.number().value(), Compartment.CONTENT)) {
      throw Problem.forbidden("partner-without-key");
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
    var visit =
        Optional.ofNullable(key.visit())
            .flatMap(token -> visits.find(PartnerLinks.hash(token)))
            .filter(found -> found.opens(referral, realNow()))
            .orElseThrow(Problem::unauthenticated);
    cases.hold(referral.caseNumber());
    var locked = referrals.lock(referral.number());
    // what the visit keeps counts only as long as the partner may read
    if (locked.status().isReadByPartner()) {
      openAgain(locked, visit, key.visit());
    }
    return locked;
  }

  private void openAgain(Referral referral, Visit visit, String token) {
    if (visit.opened() == null
        || !safes.openAgain(token, referral.number().value(), visit.opened())) {
      throw Problem.unauthenticated();
    }
    safes.openWith(ToldName.subject(referral.number()), token, visit.linkPair());
  }

  /**
   * @throws Problem not-found "link-dead"; forbidden "referral-revoked", without asking for a PIN:
   *     there is nothing left to protect
   */
  Referral byLink(String token) {
    Deed.byLink();
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
