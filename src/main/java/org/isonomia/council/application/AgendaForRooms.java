package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.Agenda;
import org.isonomia.council.domain.AgendaItem;
import org.isonomia.council.domain.ItemType;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Meetings;
import org.isonomia.council.persistence.Votes;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.CaseNumber;

/** The room's front door: other rooms propose items and ask what became of them. */
@ApplicationScoped
@Transactional
public class AgendaForRooms implements Agenda {
  @Inject ProposeItem proposeItem;
  @Inject Items items;
  @Inject Meetings meetings;
  @Inject Votes votes;
  @Inject Vault vault;
  @Inject DecisionWords words;

  @Override
  @Allowed(Permission.PROPOSE_ITEM)
  public String propose(Proposal proposal) {
    var type =
        Arrays.stream(ItemType.values())
            .filter(known -> known.name().equals(proposal.type()))
            .findFirst()
            .orElse(null);
    return proposeItem.handle(
        new ProposeItem.Command(
            type, proposal.title(), proposal.question(), proposal.brief(), proposal.origin()));
  }

  /**
   * For acts that have checked that their caller may read the case; who knows its number alone
   * never gets here.
   */
  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<ItemSummary> of(CaseNumber origin) {
    return items.from(origin).stream().map(this::summary).toList();
  }

  private ItemSummary summary(AgendaItem item) {
    var decision = votes.decision(item);
    return new ItemSummary(
        item.number(),
        item.type().name(),
        vault.openIfMine(item.number(), "title", item.title()),
        item.status().name(),
        item.meetingId() == null ? null : meetings.get(item.meetingId()).startsAt(),
        decision.map(found -> found.code().name()).orElse(null),
        decision.map(found -> found.publicNumber()).orElse(null),
        decision.map(words::text).orElse(null));
  }
}
