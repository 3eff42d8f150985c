package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.isonomia.referral.CaseDoor;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.Referrals;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * Decides whether a person of the office may come to a referral. Every act of staff goes through
 * here, because the permission alone does not say whose case it is. A number that does not exist is
 * refused in the same words as one of somebody else's case.
 */
@ApplicationScoped
class StaffDoor {
  @Inject Referrals referrals;
  @Inject CaseDoor cases;

  /**
   * To read it.
   *
   * @throws Problem forbidden "case-not-yours"
   */
  Referral look(ReferralNumber number) {
    cases.look(caseOf(number));
    return referrals.get(number);
  }

  /**
   * To change it: its case is locked, then the referral.
   *
   * @throws Problem forbidden "case-not-yours"
   */
  Referral take(ReferralNumber number) {
    cases.take(caseOf(number));
    return referrals.lock(number);
  }

  /** Those of them that this person may open. */
  List<Referral> theirs(Collection<Referral> found) {
    var asked = new HashMap<CaseNumber, Boolean>();
    return found.stream()
        .filter(r -> asked.computeIfAbsent(r.caseNumber(), cases::isTheirs))
        .toList();
  }

  private CaseNumber caseOf(ReferralNumber number) {
    return referrals.caseOf(number).orElseThrow(StaffDoor::notYours);
  }

  private static Problem notYours() {
    return Problem.forbidden("case-not-yours");
  }
}
