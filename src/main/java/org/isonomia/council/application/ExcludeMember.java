package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.Recusal;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Terms;
import org.isonomia.council.persistence.Votes;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/**
 * On doubt the chair decides that a member takes no part in an item, with the reason on record (KPA
 * art. 27).
 */
@ApplicationScoped
@Transactional
public class ExcludeMember {
  /**
   * @param member number of the membership
   */
  public record Command(String item, String member, String reason) {}

  @Inject Items items;
  @Inject Terms terms;
  @Inject Votes votes;
  @Inject Sight sight;
  @Inject ItemReaders readers;
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
    typed.text("member", command.member(), Typed.LINE);
    var reason = typed.text("reason", command.reason(), Typed.REASON);
    typed.done();
    if (item.status().isFinal()) {
      throw Problem.conflict("item-moved-on");
    }
    if (votes.open(item).isPresent()) {
      throw Problem.conflict("vote-still-open");
    }
    var member = terms.getMember(command.member());
    var sealed = readers.sealReason(item, member, reason);
    var known = items.recusal(item, member.id());
    if (known.isPresent()) {
      known.get().exclude(sealed, clock.instant());
    } else {
      items.add(Recusal.excluded(item, member, sealed, clock.instant()));
    }
    readers.keepOut(item, member);
    workflow.replan(ProposeItem.PICTURE, item.number());
  }
}
