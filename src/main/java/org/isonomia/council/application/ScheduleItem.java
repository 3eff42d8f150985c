package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.AgendaEntry;
import org.isonomia.council.domain.MeetingStatus;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Meetings;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/**
 * The secretary puts an item on the agenda of a meeting, as its last point; also of one that is
 * under way.
 */
@ApplicationScoped
@Transactional
public class ScheduleItem {
  public record Command(String item, String meeting) {}

  @Inject Items items;
  @Inject Meetings meetings;
  @Inject Sight sight;
  @Inject ComputeConflicts conflicts;
  @Inject Event<DomainEvent> events;
  @Inject Workflow workflow;
  @Inject AppClock clock;

  /** For the form: who may not do it is not asked about it. */
  @Allowed(value = Permission.SCHEDULE_ITEM, trace = Allowed.Trace.NONE)
  public void ask() {}

  @Allowed(Permission.SCHEDULE_ITEM)
  public void handle(Command command) {
    var typed = new Typed();
    typed.text("meeting", command.meeting(), Typed.LINE);
    typed.done();
    var meeting = meetings.lock(command.meeting());
    var item = items.lock(command.item());
    sight.require(item);
    events.fire(item.schedule(meeting, clock.instant()));
    conflicts.onItem(item, meeting.termId(), meeting.day(AppClock.CITY), clock.instant());
    var last = meetings.agenda(meeting).stream().mapToInt(AgendaEntry::position).max().orElse(0);
    meetings.add(new AgendaEntry(meeting, item, last + 1));
    workflow.complete(ProposeItem.PICTURE, item.number(), "scheduleItem", Map.of());
    if (meeting.status() == MeetingStatus.OPEN || meeting.status() == MeetingStatus.PAUSED) {
      events.fire(item.call(clock.instant()));
      workflow.tell(ProposeItem.PICTURE, item.number(), "council.ItemCalled", Map.of());
    }
  }
}
