package org.isonomia.council.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.isonomia.council.domain.AgendaItem;
import org.isonomia.council.domain.Member;
import org.isonomia.council.domain.Recusal;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Terms;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Sealed;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Trust;
import org.isonomia.privacy.Vault;

/**
 * Who holds the keys of an item. A conflict of interest takes them away, so that not even the
 * tables and the person's own key give the papers back (KPA art. 24): the envelope of the Council
 * is replaced by one for each other member. Who joins the Council later therefore cannot read an
 * item on which somebody was kept out before; it is shown to them as sealed.
 */
@Dependent
class ItemReaders {
  private static final Set<Compartment> CONTENT = Set.of(Compartment.CONTENT);

  @Inject Items items;
  @Inject Terms terms;
  @Inject Safes safes;
  @Inject Trust trust;
  @Inject Vault vault;

  /**
   * Takes the keys of the item from a member, and those of its brief. A brief that is not released
   * yet, whose keys the Council does not hold, is left to {@link #releaseBrief}.
   *
   * @throws org.isonomia.shared.Problem conflict "exclude-by-the-team" when the member also belongs
   *     to the office and who acts cannot open the item
   */
  void keepOut(AgendaItem item, Member member) {
    if (member.accountId() == null) {
      // somebody without an account opens nothing
      return;
    }
    exclude(item.number(), member);
    var brief = ItemKeys.brief(item.number());
    if (safes.isOpen(brief, Compartment.CONTENT)) {
      exclude(brief, member);
    }
  }

  /** Gives the keys back to a member whose flag was cleared; those of a brief once released. */
  void letIn(AgendaItem item, Member member) {
    if (member.accountId() == null || !hasKey(member.accountId())) {
      return;
    }
    safes.admit(item.number(), member.accountId());
    var brief = ItemKeys.brief(item.number());
    if (item.isReleased() && safes.isOpen(brief, Compartment.CONTENT)) {
      safes.admit(brief, member.accountId());
    }
  }

  /** The Council gets the brief, but for those who are kept out of the item. */
  void releaseBrief(AgendaItem item) {
    var brief = ItemKeys.brief(item.number());
    safes.add(brief, new Safes.For(Team.COUNCIL.holder(), CONTENT));
    var out =
        items.recusals(item).stream()
            .filter(recusal -> recusal.kind().hidesItem())
            .map(Recusal::memberId)
            .toList();
    terms.membersOf(out).stream()
        .filter(member -> member.accountId() != null)
        .forEach(member -> exclude(brief, member));
  }

  /**
   * Seals why a member takes no part, or may: under keys of its own, because a flagged member
   * explains without holding the item's. An earlier reason of the same member is erased.
   */
  Sealed sealReason(AgendaItem item, Member member, String reason) {
    var subject = ItemKeys.recusal(item.number(), member.number());
    safes.erase(subject);
    safes.make(
        subject,
        CONTENT,
        List.of(
            new Safes.For(Team.COUNCIL.holder(), CONTENT),
            new Safes.For(Team.OFFICE.holder(), CONTENT)));
    return vault.seal(subject, "reason", reason);
  }

  /** Why, or {@code null} when there is no reason or who acts cannot open it. */
  String reason(AgendaItem item, Member member, Recusal recusal) {
    return vault.openIfMine(
        ItemKeys.recusal(item.number(), member.number()), "reason", recusal.reason());
  }

  private void exclude(String subject, Member member) {
    safes.exclude(subject, member.accountId(), Set.of(Team.COUNCIL));
  }

  /** Whether some team vouches for a key of this person; else nothing can be wrapped for them. */
  private boolean hasKey(long accountId) {
    return Stream.of(Team.values()).anyMatch(team -> trust.isMember(team, accountId));
  }
}
