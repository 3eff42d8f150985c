package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Cases;
import org.isonomia.council.CouncilEvent;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/** The Council is done with an item of a case: the case goes on. */
@ApplicationScoped
@Transactional
public class HearCouncil {
  @Inject Cases cases;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.ANYONE)
  public void handle(@Observes CouncilEvent.ItemClosed closed) {
    if (closed.origin() == null) {
      return;
    }
    var file = cases.get(closed.origin());
    file.hearCouncil(closed.item(), clock.instant())
        .ifPresent(
            answered -> {
              events.fire(answered);
              workflow.tell(
                  OpenCase.PICTURE, file.number().value(), "council.ItemClosed", Map.of());
            });
  }
}
