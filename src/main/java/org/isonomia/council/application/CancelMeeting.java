package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Meetings;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/** A meeting that has not begun does not take place; its items wait for another one. */
@ApplicationScoped
@Transactional
public class CancelMeeting {
  public record Command(String meeting) {}

  @Inject Meetings meetings;
  @Inject Items items;
  @Inject Event<DomainEvent> events;
  @Inject Workflow workflow;
  @Inject AppClock clock;

  @Allowed(Permission.RUN_MEETING)
  public void handle(Command command) {
    var meeting = meetings.lock(command.meeting());
    meeting.cancel(clock.instant());
    for (var entry : meetings.agenda(meeting)) {
      var item = items.get(entry.itemId());
      if (Long.valueOf(meeting.id()).equals(item.meetingId())) {
        events.fire(item.adjourn(null, clock.instant()));
        workflow.tell(ProposeItem.PICTURE, item.number(), "council.ItemAdjourned", Map.of());
      }
    }
  }
}
