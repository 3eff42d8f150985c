package org.isonomia.referral;

import java.time.Instant;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;

/**
 * All that can happen to a referral. {@code ended()} says whether the case may go on without it.
 */
public sealed interface ReferralEvent extends DomainEvent {
  CaseNumber caseNumber();

  ReferralNumber number();

  default boolean ended() {
    return false;
  }

  record ConsentAsked(CaseNumber caseNumber, ReferralNumber number, Instant at)
      implements ReferralEvent {}

  /** The reporter agreed to what would be shared; it is sent next. */
  record ConsentGiven(CaseNumber caseNumber, ReferralNumber number, Instant at)
      implements ReferralEvent {}

  record ReferralSent(CaseNumber caseNumber, ReferralNumber number, Instant at)
      implements ReferralEvent {}

  record ReferralAccepted(CaseNumber caseNumber, ReferralNumber number, Instant at)
      implements ReferralEvent {}

  /** The partner gets a new link, the old one is dead. */
  record LinkRenewed(CaseNumber caseNumber, ReferralNumber number, Instant at)
      implements ReferralEvent {}

  /** The reporter told the partner their name; what it is, no event says. */
  record NameTold(CaseNumber caseNumber, ReferralNumber number, Instant at)
      implements ReferralEvent {}

  /** The reporter took the name back. */
  record NameTakenBack(CaseNumber caseNumber, ReferralNumber number, Instant at)
      implements ReferralEvent {}

  /**
   * The partner's access has ended, now. The case hears of it by the {@link ReferralFailed} that
   * follows.
   */
  record ReferralRevoked(CaseNumber caseNumber, ReferralNumber number, Instant at)
      implements ReferralEvent {}

  /**
   * The reporter said no, the partner declined, nobody answered in time, or consent was withdrawn.
   */
  record ReferralFailed(
      CaseNumber caseNumber, ReferralNumber number, String status, String reason, Instant at)
      implements ReferralEvent {
    @Override
    public boolean ended() {
      return true;
    }
  }

  /**
   * @param result code: HELP_GIVEN, PARTLY, …
   */
  record ReferralCompleted(CaseNumber caseNumber, ReferralNumber number, String result, Instant at)
      implements ReferralEvent {
    @Override
    public boolean ended() {
      return true;
    }
  }
}
