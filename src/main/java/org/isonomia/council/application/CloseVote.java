package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.VoteResult;
import org.isonomia.council.persistence.Votes;
import org.isonomia.shared.AppClock;

/** The vote ends and is counted, with the quorum of this moment. */
@ApplicationScoped
@Transactional
public class CloseVote {
  /**
   * @param objection by consensus only: somebody objected
   */
  public record Command(String item, boolean objection) {}

  @Inject Votes votes;
  @Inject Sight sight;
  @Inject AppClock clock;

  @Allowed(Permission.RECORD_DECISION)
  public VoteResult handle(Command command) {
    var item = sight.lockInMeeting(command.item());
    sight.meetingOf(item).requireOpen();
    var vote = votes.lockOpen(item);
    vote.close(
        votes.choices(vote),
        sight.roll(item, sight.meetingOf(item)),
        command.objection(),
        clock.instant());
    return vote.result();
  }
}
