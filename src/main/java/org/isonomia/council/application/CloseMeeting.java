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
import org.isonomia.council.persistence.Votes;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/**
 * The meeting ends. What was not settled is adjourned by itself; an open vote must be closed first.
 */
@ApplicationScoped
@Transactional
public class CloseMeeting {
  public record Command(String meeting) {}

  @Inject Meetings meetings;
  @Inject Items items;
  @Inject Votes votes;
  @Inject Event<DomainEvent> events;
  @Inject Workflow workflow;
  @Inject AppClock clock;

  @Allowed(Permission.RUN_MEETING)
  public void handle(Command command) {
    var meeting = meetings.lock(command.meeting());
    var at = clock.instant();
    meeting.close(at);
    meetings.endStays(meeting, at);
    for (var entry : meetings.agenda(meeting)) {
      var item = items.get(entry.itemId());
      if (item.status().isFinal() || !Long.valueOf(meeting.id()).equals(item.meetingId())) {
        continue;
      }
      if (votes.open(item).isPresent()) {
        throw Problem.conflict("vote-still-open");
      }
      events.fire(item.adjourn(null, at));
      workflow.complete(
          ProposeItem.PICTURE, item.number(), "decideItem", Map.of("outcome", "ADJOURNED"));
    }
  }
}
