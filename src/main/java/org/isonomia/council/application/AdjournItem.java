package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.persistence.Votes;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/** Not today: the item waits for another meeting. */
@ApplicationScoped
@Transactional
public class AdjournItem {
  public record Command(String item, String reason) {}

  @Inject Votes votes;
  @Inject Sight sight;
  @Inject Vault vault;
  @Inject Event<DomainEvent> events;
  @Inject Workflow workflow;
  @Inject AppClock clock;

  @Allowed(Permission.RECORD_DECISION)
  public void handle(Command command) {
    var typed = new Typed();
    var reason = typed.text("reason", command.reason(), Typed.REASON);
    typed.done();
    var item = sight.lockInMeeting(command.item());
    sight.meetingOf(item).requireOpen();
    if (votes.open(item).isPresent()) {
      throw Problem.conflict("vote-still-open");
    }
    events.fire(item.adjourn(vault.seal(item.number(), "reason", reason), clock.instant()));
    workflow.complete(
        ProposeItem.PICTURE, item.number(), "decideItem", Map.of("outcome", "ADJOURNED"));
  }
}
