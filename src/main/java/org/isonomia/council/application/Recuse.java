package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.Recusal;
import org.isonomia.council.domain.RecusalKind;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Votes;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/**
 * A member says that an item touches their own interest, and from then on holds none of its keys
 * (KPA art. 24).
 */
@ApplicationScoped
@Transactional
public class Recuse {
  public record Command(String item, String reason) {}

  @Inject Items items;
  @Inject Votes votes;
  @Inject Sight sight;
  @Inject ItemReaders readers;
  @Inject Workflow workflow;
  @Inject AppClock clock;

  /** Whether one is a member of this term at all: nobody else has anything to keep out of. */
  @Allowed(value = Permission.SEE_COUNCIL, trace = Allowed.Trace.NONE)
  public void ask() {
    sight.requireMe();
  }

  @Allowed(Permission.SEE_COUNCIL)
  public void handle(Command command) {
    var me = sight.requireMe();
    var item = items.lock(command.item());
    var known = items.recusal(item, me.id());
    // a flagged member may answer the flag without seeing the item
    if (known.isEmpty() || known.get().kind() == RecusalKind.CLEARED) {
      sight.require(item);
    }
    var typed = new Typed();
    var reason = typed.text("reason", command.reason(), Typed.REASON);
    typed.done();
    if (item.status().isFinal()) {
      throw Problem.conflict("item-moved-on");
    }
    if (votes.open(item).isPresent()) {
      throw Problem.conflict("vote-still-open");
    }
    var sealed = readers.sealReason(item, me, reason);
    if (known.isPresent()) {
      known.get().declare(sealed, clock.instant());
    } else {
      items.add(Recusal.declared(item, me, sealed, clock.instant()));
    }
    readers.keepOut(item, me);
    workflow.replan(ProposeItem.PICTURE, item.number());
  }
}
