package org.isonomia.referral;

import org.isonomia.shared.CaseNumber;

/**
 * What this room asks of whoever handles the cases: may this person come to the case of a referral,
 * and hold the case while the referral changes. The answer is the very rule of the case itself, so
 * that a referral shows nobody what the case does not.
 *
 * <p>A case is locked before its referral, by everybody: partners, reporters and staff. Two acts at
 * once then wait for each other and never in a circle.
 */
public interface CaseDoor {
  /**
   * Whether the person who acts now may open this case. A case that does not exist is not theirs.
   */
  boolean isTheirs(CaseNumber number);

  /**
   * The person who acts now opens something of this case; the case remembers it, also when they are
   * refused because they are kept out of it.
   *
   * @throws org.isonomia.shared.Problem forbidden "case-not-yours"
   */
  void look(CaseNumber number);

  /**
   * Locks the case until the end of the transaction, for the person who acts now.
   *
   * @throws org.isonomia.shared.Problem forbidden "case-not-yours"
   */
  void take(CaseNumber number);

  /** Locks the case until the end of the transaction, for an act whose key was checked already. */
  void hold(CaseNumber number);
}
