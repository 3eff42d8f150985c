package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.council.domain.AgendaItem;
import org.isonomia.council.domain.ItemType;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Numbers;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/**
 * A member brings a matter of their own, or a case handler one from a case; the chair decides
 * whether it is taken up.
 */
@ApplicationScoped
@Transactional
public class ProposeItem {
  static final String PICTURE = "agendaItemRouting";

  /**
   * @param brief what one must know; may be empty for a member's own item
   * @param origin case it comes from, or {@code null}
   */
  public record Command(
      ItemType type, String title, String question, String brief, CaseNumber origin) {}

  @Inject Items items;
  @Inject Numbers numbers;
  @Inject Vault vault;
  @Inject Safes safes;
  @Inject Workflow workflow;
  @Inject AppClock clock;

  /** Whether one may bring a matter of one's own; a case handler brings one from a case only. */
  @Allowed(value = Permission.PROPOSE_ITEM, trace = Allowed.Trace.NONE)
  public void ask() {
    if (!ofTheCouncil(Actor.current())) {
      throw Problem.forbidden("members-only");
    }
  }

  private static boolean ofTheCouncil(Actor actor) {
    return actor.isHouse()
        || actor.is(Role.COUNCIL_MEMBER)
        || actor.is(Role.COUNCIL_CHAIR)
        || actor.is(Role.COUNCIL_SECRETARY);
  }

  /** Returns the number of the item. */
  @Allowed(Permission.PROPOSE_ITEM)
  public String handle(Command command) {
    var actor = Actor.current();
    if (command.origin() == null && !ofTheCouncil(actor)) {
      throw Problem.forbidden("members-only");
    }
    var typed = new Typed();
    typed.chosen("type", command.type());
    var title = typed.text("title", command.title(), Typed.TITLE);
    var question = typed.text("question", command.question(), Typed.QUESTION);
    var brief =
        command.origin() == null
            ? typed.optional("brief", command.brief(), Typed.LONG)
            : typed.text("brief", command.brief(), Typed.LONG);
    typed.done();
    var number = numbers.nextItem(clock.today().getYear());
    makeKeys(number, command.origin());
    var item =
        new AgendaItem(
            number,
            command.type(),
            vault.seal(number, "title", title),
            vault.seal(number, "question", question),
            vault.seal(ItemKeys.brief(number), "brief", brief),
            command.origin(),
            actor.accountId(),
            clock.instant());
    items.add(item);
    workflow.start(PICTURE, number, item.title(), Map.of("fromCase", item.isFromCase()));
    return number;
  }

  /**
   * A member's own item is read by Council and office. One that comes from a case hangs on the
   * case: who reads the case reads it, who is kept out of the case does not, and it ends with the
   * case; the Council gets the item, and with its release the brief, which has keys of its own.
   */
  private void makeKeys(String number, CaseNumber origin) {
    var content = Set.of(Compartment.CONTENT);
    var office = new Safes.For(Team.OFFICE.holder(), content);
    var council = new Safes.For(Team.COUNCIL.holder(), content);
    var brief = ItemKeys.brief(number);
    if (origin == null) {
      safes.make(number, content, List.of(office, council));
      safes.make(brief, content, List.of(office, council));
    } else {
      safes.makeUnder(number, origin.value(), Compartment.CONTENT, List.of(council));
      safes.makeUnder(brief, origin.value(), Compartment.CONTENT, List.of());
    }
  }
}
