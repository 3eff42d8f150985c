package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Terms;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;

/**
 * The chair has looked at a computed flag and lets the member take part, with the reason on record.
 * Never one's own.
 */
@ApplicationScoped
@Transactional
public class ClearConflict {
  public record Command(String item, String member, String reason) {}

  @Inject Items items;
  @Inject Terms terms;
  @Inject Sight sight;
  @Inject ItemReaders readers;
  @Inject AppClock clock;

  @Allowed(Permission.ACCEPT_ITEM)
  public void handle(Command command) {
    var item = items.lock(command.item());
    sight.require(item);
    var typed = new Typed();
    typed.text("member", command.member(), Typed.LINE);
    var reason = typed.text("reason", command.reason(), Typed.REASON);
    typed.done();
    var member = terms.getMember(command.member());
    if (member.accountId() != null && member.accountId() == Actor.current().accountId()) {
      throw Problem.forbidden("second-person-needed");
    }
    items
        .recusal(item, member.id())
        .orElseThrow(() -> Problem.conflict("no-conflict"))
        .clear(readers.sealReason(item, member, reason), clock.instant());
    readers.letIn(item, member);
  }
}
