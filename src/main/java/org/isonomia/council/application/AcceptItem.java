package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Terms;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/**
 * The chair takes an item up, and says which organisations it concerns: members who belong to one
 * of them are flagged and see nothing of it until the flag is settled.
 */
@ApplicationScoped
@Transactional
public class AcceptItem {
  public record Command(String item, Set<String> concerns) {}

  @Inject Items items;
  @Inject Terms terms;
  @Inject Sight sight;
  @Inject ComputeConflicts conflicts;
  @Inject Event<DomainEvent> events;
  @Inject Workflow workflow;
  @Inject AppClock clock;

  /** For the form: who may not do it is not asked about it. */
  @Allowed(value = Permission.ACCEPT_ITEM, trace = Allowed.Trace.NONE)
  public void ask() {}

  @Allowed(Permission.ACCEPT_ITEM)
  public void handle(Command command) {
    var item = items.lock(command.item());
    sight.require(item);
    var typed = new Typed();
    var concerns = typed.organisations("concerns", command.concerns());
    typed.done();
    var at = clock.instant();
    events.fire(item.accept(concerns, at));
    terms
        .findOn(clock.today())
        .ifPresent(term -> conflicts.onItem(item, term.id(), clock.today(), at));
    workflow.complete(ProposeItem.PICTURE, item.number(), "acceptItem", Map.of("accepted", true));
  }
}
