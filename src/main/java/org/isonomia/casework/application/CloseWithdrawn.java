package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Cases;
import org.isonomia.intake.IntakeEvent.ReportWithdrawn;
import org.isonomia.referral.ReferralDesk;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/**
 * The reporter took the report back: what rested on their consent ends at once, open matters are
 * closed as WITHDRAWN, and the process ends where it stood. A letter that the law ordered has gone
 * and stays.
 */
@ApplicationScoped
@Transactional
public class CloseWithdrawn {
  /** Referrals to which something may still happen. */
  private static final Set<String> OPEN =
      Set.of(
          "DRAFT",
          "AWAITING_CONSENT",
          "SENT",
          "DELIVERED",
          "ACCEPTED",
          "IN_PROGRESS",
          "FEEDBACK_DUE");

  @Inject Cases cases;
  @Inject ReferralDesk referrals;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.ANYONE)
  public void handle(@Observes ReportWithdrawn withdrawn) {
    var number = withdrawn.number();
    Actor.HOUSE.run(
        () -> {
          endReferrals(number);
          return null;
        });
    cases.get(number).withdraw(clock.instant()).forEach(events::fire);
    workflow.end(OpenCase.PICTURE, number.value());
  }

  private void endReferrals(CaseNumber number) {
    for (var referral : referrals.of(number)) {
      if (!OPEN.contains(referral.status())) {
        continue;
      }
      if ("PENDING".equals(referral.consent())) {
        referrals.answerConsent(number, referral.number(), false);
      } else if ("GIVEN".equals(referral.consent())) {
        referrals.withdrawConsent(number, referral.number());
      }
    }
  }
}
