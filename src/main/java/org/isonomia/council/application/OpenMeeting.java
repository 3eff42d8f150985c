package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.ItemStatus;
import org.isonomia.council.domain.MeetingStatus;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Meetings;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/**
 * The meeting begins, or goes on after a break. When it begins, every item on its agenda is called.
 */
@ApplicationScoped
@Transactional
public class OpenMeeting {
  public record Command(String meeting) {}

  @Inject Meetings meetings;
  @Inject Items items;
  @Inject Event<DomainEvent> events;
  @Inject Workflow workflow;
  @Inject AppClock clock;

  @Allowed(Permission.RUN_MEETING)
  public void handle(Command command) {
    var meeting = meetings.lock(command.meeting());
    var begins = meeting.status() == MeetingStatus.CONVENED;
    meeting.open(clock.instant(), AppClock.CITY);
    if (!begins) {
      return;
    }
    for (var entry : meetings.agenda(meeting)) {
      var item = items.get(entry.itemId());
      if (item.status() == ItemStatus.SCHEDULED
          && Long.valueOf(meeting.id()).equals(item.meetingId())) {
        events.fire(item.call(clock.instant()));
        workflow.tell(ProposeItem.PICTURE, item.number(), "council.ItemCalled", Map.of());
      }
    }
  }
}
