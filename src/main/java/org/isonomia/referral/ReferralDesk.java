package org.isonomia.referral;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isonomia.shared.CaseNumber;

/** The front door of the room, for whoever handles the case. */
public interface ReferralDesk {
  /**
   * Makes a referral. With consent {@code PENDING} it waits for the reporter's answer; with {@code
   * GIVEN} or {@code NOT_REQUIRED_LAW} it is sent.
   *
   * @param type SUPPORT, COMPETENCE, CRIME_NOTICE, …
   * @param shared exactly what the partner will read: data category → words
   * @param legalBasis why no consent is needed; required with NOT_REQUIRED_LAW
   */
  record Request(
      CaseNumber caseNumber,
      long institutionId,
      String type,
      Map<String, String> shared,
      String consent,
      String legalBasis,
      String reporterLanguage) {}

  /**
   * A referral as staff see it.
   *
   * @param shared categories and words, opened
   * @param answerDue when the partner must accept or decline, or report back
   * @param told whether the reporter told this partner their name; {@code null} when never
   */
  record Summary(
      ReferralNumber number,
      CaseNumber caseNumber,
      long institutionId,
      String institution,
      String type,
      String status,
      String consent,
      String legalBasis,
      String alias,
      Map<String, String> shared,
      Instant madeAt,
      Instant answerDue,
      String declineReason,
      String result,
      String feedback,
      List<Dated> history,
      Told told) {}

  /**
   * That the reporter told the partner their name. What was told is not here: the office does not
   * read it.
   *
   * @param withContact whether they also said how to be reached
   * @param takenBackAt {@code null} while it stands
   * @param isRead whether the partner can read it now; not with a link that is newer than it
   */
  record Told(Instant at, boolean withContact, Instant takenBackAt, boolean isRead) {}

  /** What the reporter told the partner, for the reporter alone. */
  record OwnName(String name, String contact) {
    /** It stays out of logs. */
    @Override
    public String toString() {
      return "OwnName";
    }
  }

  record Dated(String status, Instant at) {}

  ReferralNumber refer(Request request);

  List<Summary> of(CaseNumber caseNumber);

  /** The reporter's answer to the question of consent. */
  void answerConsent(CaseNumber caseNumber, ReferralNumber number, boolean yes);

  /**
   * The reporter takes a consent back: the partner's access ends at once. Who withdraws is said by
   * the method and not read from who is signed in: behind a receipt the house acts for the
   * reporter.
   *
   * @throws org.isonomia.shared.Problem conflict "consent-ordered-by-law" where there is no consent
   *     to take back; conflict "referral-closed" when it has already ended
   */
  void withdrawConsent(CaseNumber caseNumber, ReferralNumber number);

  /**
   * The reporter tells this one partner their name; the office does not read it. Told again, it
   * replaces what was told.
   *
   * @param contact how to be reached, or {@code null}
   * @throws org.isonomia.shared.Problem conflict "referral-closed" when there was no consent, or
   *     the partner reads nothing any more
   */
  void tellName(CaseNumber caseNumber, ReferralNumber number, String name, String contact);

  /** The reporter takes the name back; the partner reads it no more. */
  void takeNameBack(CaseNumber caseNumber, ReferralNumber number);

  /** What the reporter told this partner; for whoever opens the identity of the case. */
  Optional<OwnName> ownName(CaseNumber caseNumber, ReferralNumber number);

  /** What this person follows of the case's referrals, another one follows from now on. */
  void giveTo(CaseNumber caseNumber, long from, long to);

  /** The office withdraws the referral: access ends at once, the consent stays as it was. */
  void revoke(CaseNumber caseNumber, ReferralNumber number);
}
