package org.isonomia.council.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.isonomia.council.domain.AgendaItem;
import org.isonomia.council.domain.Member;
import org.isonomia.council.domain.Recusal;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Terms;

/**
 * Flags the members whose organisations an item concerns. Computed whenever one side changes: the
 * item is taken up or comes to a meeting (perhaps of another term), or somebody takes a seat. What
 * is already settled for a member stays as it is.
 */
@Dependent
class ComputeConflicts {
  @Inject Terms terms;
  @Inject Items items;
  @Inject ItemReaders readers;

  void onItem(AgendaItem item, long termId, LocalDate day, Instant at) {
    terms.activeMembers(termId, day).forEach(member -> flag(item, member, at));
  }

  void onMember(Member member, Instant at) {
    items.open().forEach(item -> flag(item, member, at));
  }

  private void flag(AgendaItem item, Member member, Instant at) {
    if (member.belongsTo(item.concerns()) && items.recusal(item, member.id()).isEmpty()) {
      items.add(Recusal.flag(item, member, at));
      readers.keepOut(item, member);
    }
  }
}
