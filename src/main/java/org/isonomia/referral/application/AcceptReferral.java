package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.referral.domain.ReferralClocks;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/** A partner takes a referral on. */
@ApplicationScoped
@Transactional
public class AcceptReferral {
  @Inject PartnerDoor door;
  @Inject ReferralClocks clocks;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /** Permission is decided by the key: see {@link PartnerDoor}. */
  @Allowed(Permission.ANYONE)
  public void handle(PartnerKey key) {
    var referral = door.enter(key);
    referral.open(clock.instant());
    events.fire(referral.accept(clocks.askForResultOn(clock.today()), clock.instant()));
    workflow.tell(
        StaffDesk.PICTURE, referral.number().value(), "referral.ReferralAccepted", Map.of());
  }
}
