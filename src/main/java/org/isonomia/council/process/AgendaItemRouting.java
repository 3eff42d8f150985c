package org.isonomia.council.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Meetings;
import org.isonomia.council.persistence.Votes;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Hands;

/** The hands of the picture {@code agendaItemRouting}; its business key is the item's number. */
@Named("agendaItemRouting")
@ApplicationScoped
@Transactional
public class AgendaItemRouting implements Hands {
  @Inject Items items;
  @Inject Meetings meetings;
  @Inject Votes votes;
  @Inject Event<DomainEvent> events;
  @Inject AppClock clock;

  /** An item waits for its meeting; before that nothing in the rules of procedure sets a date. */
  @Override
  public Plan plan(String item, String task) {
    if (!task.equals("decideItem")) {
      return Plan.OPEN;
    }
    var meeting = items.get(item).meetingId();
    return meeting == null ? Plan.OPEN : new Plan(meetings.get(meeting).startsAt(), null);
  }

  /** Service task: from now on anybody may read the decision. */
  public void publishDecision(String item) {
    votes.decision(items.get(item)).ifPresent(decision -> decision.publish(clock.instant()));
  }

  /** Service task: who brought the item hears how it ended. */
  public void closeItem(String number) {
    var item = items.get(number);
    events.fire(item.closed(votes.decision(item).orElse(null), clock.instant()));
  }
}
