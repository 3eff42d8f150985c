package org.isonomia.council.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isonomia.access.Actor;
import org.isonomia.access.Role;
import org.isonomia.council.domain.AgendaItem;
import org.isonomia.council.domain.ItemStatus;
import org.isonomia.council.domain.Meeting;
import org.isonomia.council.domain.Member;
import org.isonomia.council.domain.Recusal;
import org.isonomia.council.domain.Roll;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Meetings;
import org.isonomia.council.persistence.Terms;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;

/**
 * Who sees which item, and who counts on it. A member with a conflict of interest sees neither item
 * nor papers, whatever roles the person has besides (KPA art. 24); members see a brief from a case
 * only once it is released.
 */
@Dependent
class Sight {
  @Inject Terms terms;
  @Inject Items items;
  @Inject Meetings meetings;
  @Inject AppClock clock;

  /** The seat of who acts, today. */
  Optional<Member> me() {
    return terms.findMember(Actor.current().accountId(), clock.today());
  }

  /**
   * @throws Problem forbidden "members-only": who acts has no seat
   */
  Member requireMe() {
    return me().orElseThrow(() -> Problem.forbidden("members-only"));
  }

  /**
   * @throws Problem forbidden "item-closed-to-you"
   */
  void require(AgendaItem item) {
    // the same words whether it is hidden, unreleased or does not exist
    if (isHidden(item) || !knows(item)) {
      throw Problem.forbidden("item-closed-to-you");
    }
  }

  boolean maySee(AgendaItem item) {
    return !isHidden(item) && knows(item);
  }

  /** Whether a conflict of interest hides this item from who acts. */
  boolean isHidden(AgendaItem item) {
    return hiddenItems().contains(item.id());
  }

  /** Items that a conflict of interest hides from who acts; of earlier terms too. */
  Set<Long> hiddenItems() {
    var account = Actor.current().accountId();
    if (account == 0) {
      return Set.of();
    }
    return items.recusalsOf(terms.memberships(account)).stream()
        .filter(recusal -> recusal.kind().hidesItem())
        .map(Recusal::itemId)
        .collect(Collectors.toSet());
  }

  private boolean knows(AgendaItem item) {
    var actor = Actor.current();
    if (actor.isHouse()
        || actor.is(Role.COORDINATOR)
        || actor.is(Role.COUNCIL_CHAIR)
        || actor.is(Role.COUNCIL_SECRETARY)
        || isProposer(item)) {
      return true;
    }
    return item.isReleased()
        && item.status() != ItemStatus.PROPOSED
        && item.status() != ItemStatus.NOT_CONSIDERED;
  }

  boolean mayReadBrief(AgendaItem item) {
    return item.isReleased()
        || Actor.current().isHouse()
        || Actor.current().is(Role.COORDINATOR)
        || isProposer(item);
  }

  private static boolean isProposer(AgendaItem item) {
    var account = Actor.current().accountId();
    return account != 0 && account == item.proposerAccount();
  }

  /** Who counts on this item in this meeting now. */
  Roll roll(AgendaItem item, Meeting meeting) {
    var recused =
        items.recusals(item).stream()
            .filter(recusal -> recusal.kind().leavesBase())
            .map(Recusal::memberId)
            .collect(Collectors.toSet());
    return roll(meeting, recused);
  }

  /** Who counts when nobody is recused. */
  Roll roll(Meeting meeting) {
    return roll(meeting, Set.of());
  }

  private Roll roll(Meeting meeting, Set<Long> recused) {
    var term = terms.get(meeting.termId());
    var seated =
        terms.activeMembers(term.id(), meeting.day(AppClock.CITY)).stream()
            .map(Member::id)
            .collect(Collectors.toSet());
    return new Roll(term.quorumRule(), term.seats(), seated, meetings.present(meeting), recused);
  }

  /** The meeting an item is on the agenda of. */
  Meeting meetingOf(AgendaItem item) {
    if (item.meetingId() == null) {
      throw Problem.conflict("item-moved-on");
    }
    return meetings.get(item.meetingId());
  }

  /** Members by key: of the meeting's term, for showing names. */
  Map<Long, Member> membersById(long termId) {
    return terms.members(termId).stream().collect(Collectors.toMap(Member::id, member -> member));
  }

  /**
   * Locks the meeting of an item and then the item: the order that every act keeps, so that none
   * waits in a circle.
   */
  AgendaItem lockInMeeting(String number) {
    var seen = items.get(number);
    require(seen);
    meetings.lock(meetingOf(seen).number());
    var item = items.lock(number);
    if (item.meetingId() == null) {
      throw Problem.conflict("item-moved-on");
    }
    return item;
  }

  /** Organisations the members of the term of today belong to. */
  Set<String> organisations() {
    var codes = new HashSet<String>();
    terms
        .findOn(clock.today())
        .ifPresent(
            term ->
                terms
                    .activeMembers(term.id(), clock.today())
                    .forEach(member -> codes.addAll(member.organisations())));
    return codes;
  }
}
