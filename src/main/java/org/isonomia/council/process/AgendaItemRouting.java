package org.isonomia.council.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.isonomia.council.domain.AgendaItem;
import org.isonomia.council.domain.Member;
import org.isonomia.council.domain.Office;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Meetings;
import org.isonomia.council.persistence.Terms;
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
  @Inject Terms terms;
  @Inject Votes votes;
  @Inject Event<DomainEvent> events;
  @Inject AppClock clock;

  /**
   * An item waits for its meeting; before that nothing in the rules of procedure sets a date. When
   * the secretary has a conflict of interest, the chair does the secretary's tasks: a conflicted
   * person does not even see the title.
   */
  @Override
  public Plan plan(String number, String task) {
    var item = items.get(number);
    var due =
        task.equals("decideItem") && item.meetingId() != null
            ? meetings.get(item.meetingId()).startsAt()
            : null;
    var ofSecretary = task.equals("scheduleItem") || task.equals("decideItem");
    return new Plan(
        due, ofSecretary && isRecused(item, Office.SECRETARY) ? account(Office.CHAIR) : null);
  }

  private boolean isRecused(AgendaItem item, Office office) {
    return holder(office)
        .flatMap(member -> items.recusal(item, member.id()))
        .filter(recusal -> recusal.kind().hidesItem())
        .isPresent();
  }

  private Long account(Office office) {
    return holder(office).map(Member::accountId).orElse(null);
  }

  private Optional<Member> holder(Office office) {
    var today = clock.today();
    return terms
        .findOn(today)
        .flatMap(
            term ->
                terms.activeMembers(term.id(), today).stream()
                    .filter(member -> member.office() == office)
                    .findFirst());
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
