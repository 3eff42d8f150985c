package org.isonomia.referral.domain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** All that may become of a referral, on one screen. */
public enum ReferralStatus {
  /** Being made. */
  DRAFT,
  /** The reporter is asked behind the receipt. */
  AWAITING_CONSENT,
  /** Handed over; the partner is told by a mail with a link. */
  SENT,
  /** The partner has opened it. */
  DELIVERED,
  /** The partner helps. */
  ACCEPTED,
  DECLINED,
  /** Nobody answered, and the case handler no longer waits. */
  EXPIRED,
  /** The partner has begun. */
  IN_PROGRESS,
  /** The partner was asked what came of it. */
  FEEDBACK_DUE,
  COMPLETED,
  /** It ended without having been done. */
  INTERRUPTED,
  /** The reporter or the office took it back. */
  REVOKED;

  private static final Map<ReferralStatus, Set<ReferralStatus>> MAY_BECOME =
      Map.ofEntries(
          Map.entry(DRAFT, EnumSet.of(AWAITING_CONSENT, SENT, REVOKED)),
          Map.entry(AWAITING_CONSENT, EnumSet.of(SENT, REVOKED)),
          Map.entry(SENT, EnumSet.of(DELIVERED, ACCEPTED, DECLINED, EXPIRED, REVOKED)),
          Map.entry(DELIVERED, EnumSet.of(ACCEPTED, DECLINED, EXPIRED, REVOKED)),
          Map.entry(
              ACCEPTED, EnumSet.of(IN_PROGRESS, FEEDBACK_DUE, COMPLETED, INTERRUPTED, REVOKED)),
          Map.entry(IN_PROGRESS, EnumSet.of(FEEDBACK_DUE, COMPLETED, INTERRUPTED, REVOKED)),
          Map.entry(FEEDBACK_DUE, EnumSet.of(IN_PROGRESS, COMPLETED, INTERRUPTED, REVOKED)),
          Map.entry(DECLINED, EnumSet.noneOf(ReferralStatus.class)),
          Map.entry(EXPIRED, EnumSet.noneOf(ReferralStatus.class)),
          Map.entry(COMPLETED, EnumSet.noneOf(ReferralStatus.class)),
          Map.entry(INTERRUPTED, EnumSet.noneOf(ReferralStatus.class)),
          Map.entry(REVOKED, EnumSet.noneOf(ReferralStatus.class)));

  public boolean mayBecome(ReferralStatus next) {
    return MAY_BECOME.get(this).contains(next);
  }

  /** Whether anything may still happen to it. */
  public boolean isOpen() {
    return !MAY_BECOME.get(this).isEmpty();
  }

  /** Whether the partner still has to say yes or no. */
  public boolean awaitsAnswer() {
    return this == SENT || this == DELIVERED;
  }

  /** Whether the partner said yes and has not reported a result. */
  public boolean awaitsResult() {
    return this == ACCEPTED || this == IN_PROGRESS || this == FEEDBACK_DUE;
  }

  /** Whether the partner may read what was shared: from sending to the end, not longer. */
  public boolean isReadByPartner() {
    return awaitsAnswer() || awaitsResult();
  }
}
