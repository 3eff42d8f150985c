package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.RecusalKind;
import org.isonomia.council.domain.Vote;
import org.isonomia.council.domain.VoteMode;
import org.isonomia.council.domain.VoteResult;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Terms;
import org.isonomia.council.persistence.Votes;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;

/**
 * A vote on an item begins, if enough of the eligible are here. If not, it is blocked and the block
 * is recorded: the act succeeds, its answer says so.
 */
@ApplicationScoped
@Transactional
public class OpenVote {
  public record Command(String item, VoteMode mode) {}

  @Inject Items items;
  @Inject Terms terms;
  @Inject Votes votes;
  @Inject Sight sight;
  @Inject AppClock clock;

  /** For the form: who may not do it is not asked about it. */
  @Allowed(value = Permission.RECORD_DECISION, trace = Allowed.Trace.NONE)
  public void ask() {}

  /** Returns BLOCKED when there was no quorum; {@code null} when the vote is open. */
  @Allowed(Permission.RECORD_DECISION)
  public VoteResult handle(Command command) {
    var typed = new Typed();
    typed.chosen("mode", command.mode());
    typed.done();
    var item = sight.lockInMeeting(command.item());
    var meeting = sight.meetingOf(item);
    meeting.requireOpen();
    var roll = sight.roll(item, meeting);
    // the flag of somebody who has left the Council settles itself
    if (items.recusals(item).stream()
        .filter(recusal -> roll.seated().contains(recusal.memberId()))
        .anyMatch(recusal -> recusal.kind() == RecusalKind.FLAGGED)) {
      throw Problem.conflict("conflict-unsettled");
    }
    var earlier = votes.of(item);
    if (earlier.stream().anyMatch(Vote::isOpen)) {
      throw Problem.conflict("vote-still-open");
    }
    item.discuss();
    var vote =
        new Vote(
            item,
            meeting,
            earlier.size() + 1,
            command.mode(),
            terms.get(meeting.termId()).majority(),
            roll,
            clock.instant());
    votes.add(vote);
    return vote.result();
  }
}
