package org.isonomia.council.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.isonomia.access.Actor;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.council.domain.AgendaItem;
import org.isonomia.council.domain.Meeting;
import org.isonomia.council.domain.MeetingStatus;
import org.isonomia.council.domain.Member;
import org.isonomia.council.domain.Roll;
import org.isonomia.council.domain.Vote;
import org.isonomia.council.domain.VoteMode;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Terms;
import org.isonomia.council.persistence.Votes;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;

/**
 * Opens what who acts may read of an item. The caller has asked {@link Sight}. What who acts holds
 * no key for is {@code null}.
 */
@Dependent
class ShowItems {
  @Inject Items items;
  @Inject Terms terms;
  @Inject Votes votes;
  @Inject Sight sight;
  @Inject ItemReaders readers;
  @Inject Vault vault;
  @Inject DecisionWords words;
  @Inject AppClock clock;

  /** Opens the keys of many items by one look, for a page that lists their titles. */
  void prepare(Collection<AgendaItem> items) {
    vault.prepare(items.stream().map(AgendaItem::number).toList());
  }

  String title(AgendaItem item) {
    return vault.openIfMine(item.number(), "title", item.title());
  }

  String name(Member member) {
    return vault.openForHouse(member.number(), "name", member.name());
  }

  ItemView show(AgendaItem item) {
    Meeting meeting = item.meetingId() == null ? null : sight.meetingOf(item);
    var today = meeting == null ? clock.today() : meeting.day(AppClock.CITY);
    var termId =
        meeting != null
            ? Long.valueOf(meeting.termId())
            : terms.findOn(today).map(term -> term.id()).orElse(null);
    Map<Long, Member> members = termId == null ? Map.of() : sight.membersById(termId);
    Roll roll = meeting == null ? null : sight.roll(item, meeting);
    var me = sight.me().orElse(null);
    var number = item.number();
    var mayBrief = sight.mayReadBrief(item);
    return new ItemView(
        number,
        item.type(),
        item.visibility(),
        item.status(),
        title(item),
        vault.openIfMine(number, "question", item.question()),
        mayBrief ? vault.openIfMine(ItemKeys.brief(number), "brief", item.brief()) : null,
        !mayBrief,
        vault.openIfMine(number, "reason", item.reason()),
        item.isFromCase(),
        item.proposedAt(),
        meeting == null ? null : meeting.number(),
        meeting == null ? null : meeting.startsAt(),
        meeting != null && meeting.status() == MeetingStatus.OPEN,
        roll == null ? null : roll.quorum(),
        recusals(item),
        others(item, members, today),
        votes.of(item).stream().map(vote -> vote(vote, roll, members)).toList(),
        decision(item),
        mine(item, me, meeting != null && meeting.status() == MeetingStatus.OPEN ? roll : null));
  }

  private List<ItemView.RecusalLine> recusals(AgendaItem item) {
    var actor = Actor.current();
    var reasons =
        actor.is(Role.COUNCIL_CHAIR) || actor.is(Role.COUNCIL_SECRETARY) || actor.isHouse();
    var recusals = items.recusals(item);
    var members = new java.util.HashMap<Long, Member>();
    terms
        .membersOf(recusals.stream().map(r -> r.memberId()).toList())
        .forEach(m -> members.put(m.id(), m));
    return recusals.stream()
        .map(
            recusal -> {
              var member = members.get(recusal.memberId());
              return new ItemView.RecusalLine(
                  member.number(),
                  name(member),
                  recusal.kind(),
                  reasons ? readers.reason(item, member, recusal) : null,
                  recusal.recordedAt());
            })
        .toList();
  }

  private List<ItemView.MemberLine> others(
      AgendaItem item, Map<Long, Member> members, java.time.LocalDate day) {
    var out =
        items.recusals(item).stream()
            .filter(recusal -> recusal.kind().leavesBase())
            .map(recusal -> recusal.memberId())
            .toList();
    return members.values().stream()
        .filter(member -> member.isActiveOn(day) && !out.contains(member.id()))
        .map(member -> new ItemView.MemberLine(member.number(), name(member)))
        .sorted(Comparator.comparing(ItemView.MemberLine::number))
        .toList();
  }

  private ItemView.VoteView vote(Vote vote, Roll roll, Map<Long, Member> members) {
    var rows = new ArrayList<ItemView.BallotRow>();
    var records = Permission.RECORD_DECISION.heldBy(Actor.current());
    var choices = votes.choices(vote);
    if (vote.isOpen() && records && roll != null) {
      members.values().stream()
          .filter(member -> roll.taking(choices.keySet()).contains(member.id()))
          .sorted(Comparator.comparing(Member::number))
          .forEach(m -> rows.add(new ItemView.BallotRow(m.number(), name(m), choices.get(m.id()))));
    } else if (!vote.isOpen() && vote.mode() == VoteMode.ROLL_CALL) {
      members.values().stream()
          .filter(member -> choices.containsKey(member.id()))
          .sorted(Comparator.comparing(Member::number))
          .forEach(m -> rows.add(new ItemView.BallotRow(m.number(), name(m), choices.get(m.id()))));
    }
    return new ItemView.VoteView(
        vote.ordinal(),
        vote.mode(),
        vote.majority(),
        vote.openedAt(),
        vote.closedAt(),
        vote.isOpen() && roll != null ? roll.quorum(choices.keySet()) : vote.quorum(),
        vote.tally(),
        vote.result(),
        rows);
  }

  private ItemView.DecisionLine decision(AgendaItem item) {
    return votes
        .decision(item)
        .map(
            decision ->
                new ItemView.DecisionLine(
                    decision.code(),
                    decision.year(),
                    decision.ordinal(),
                    decision.publicNumber(),
                    words.title(decision),
                    words.text(decision)))
        .orElse(null);
  }

  private ItemView.Mine mine(AgendaItem item, Member me, Roll roll) {
    if (me == null) {
      return new ItemView.Mine(false, false, null);
    }
    var open = votes.open(item).orElse(null);
    var canVote =
        open != null
            && open.mode().hasBallots()
            && roll != null
            && roll.eligiblePresent().contains(me.id())
            && Permission.CAST_BALLOT.heldBy(Actor.current());
    return new ItemView.Mine(true, canVote, open == null ? null : votes.choices(open).get(me.id()));
  }
}
