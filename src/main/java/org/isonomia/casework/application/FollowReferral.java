package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.CaseEvent;
import org.isonomia.casework.domain.Case;
import org.isonomia.casework.domain.Cases;
import org.isonomia.intake.Mailbox;
import org.isonomia.referral.ReferralEvent;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/** The case hears what became of its referral, in the transaction in which it became so. */
@ApplicationScoped
@Transactional
public class FollowReferral {
  @Inject Cases cases;
  @Inject Workflow workflow;
  @Inject Mailbox mailbox;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.ANYONE)
  public void handle(@Observes ReferralEvent event) {
    var file = cases.get(event.caseNumber());
    var referral = event.number().value();
    if (event instanceof ReferralEvent.ConsentAsked
        && file.may(CaseEvent.ConsentAwaited.class)
        && isWaitedFor(file, referral)) {
      events.fire(file.awaitConsent(referral, clock.instant()));
      mailbox.news(file.number());
    } else if (event instanceof ReferralEvent.ReferralSent
        && file.may(CaseEvent.MatterReferred.class)
        && isWaitedFor(file, referral)) {
      events.fire(file.refer(referral, clock.instant()));
    } else if (event.ended()) {
      var concluded = file.concludeReferral(referral, clock.instant());
      // a letter to the competent body goes on without the case waiting for it
      if (concluded.isPresent()) {
        events.fire(concluded.get());
        workflow.tell(
            OpenCase.PICTURE,
            file.number().value(),
            "referral." + event.getClass().getSimpleName(),
            Map.of());
      }
    }
  }

  /**
   * The case waits for a referral whose institution is being chosen, or that waited for consent. A
   * letter to the competent body concerns the matter that is forwarded, and no other.
   */
  private boolean isWaitedFor(Case file, String referral) {
    return referral.equals(file.referral())
        || workflow.isOpen(OpenCase.PICTURE, file.number().value(), "chooseInstitution");
  }
}
