package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.referral.domain.ReferralClocks;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/** The partner has not said yes or no in time: the case handler waits on, or ends the referral. */
@ApplicationScoped
@Transactional
public class DecideOnSilence {
  public record Command(ReferralNumber number, boolean waitOn) {}

  @Inject StaffDoor door;
  @Inject ReferralClocks clocks;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /** For the form: who may not do it is not asked about it. */
  @Allowed(value = Permission.SEND_REFERRAL, trace = Allowed.Trace.NONE)
  public void ask() {}

  /**
   * @throws org.isonomia.shared.Problem conflict "task-not-open" or "referral-answered" when it has
   *     moved on
   */
  @Allowed(Permission.SEND_REFERRAL)
  public void handle(Command command) {
    var referral = door.take(command.number());
    if (command.waitOn()) {
      referral.waitOn(clocks.acceptBy(clock.today()));
    } else {
      events.fire(referral.expire(clock.instant()));
    }
    workflow.complete(
        StaffDesk.PICTURE,
        command.number().value(),
        "decideOnSilence",
        Map.of("waitOn", command.waitOn()));
  }
}
