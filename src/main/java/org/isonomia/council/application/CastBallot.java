package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.Ballot;
import org.isonomia.council.domain.Choice;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Votes;
import org.isonomia.shared.AppClock;

/** A member votes, and may think again until the vote is closed: the last ballot counts. */
@ApplicationScoped
@Transactional
public class CastBallot {
  public record Command(String item, Choice choice) {}

  @Inject Items items;
  @Inject Votes votes;
  @Inject Sight sight;
  @Inject AppClock clock;

  @Allowed(Permission.CAST_BALLOT)
  public void handle(Command command) {
    var me = sight.requireMe();
    var item = items.get(command.item());
    sight.require(item);
    var typed = new Typed();
    typed.chosen("choice", command.choice());
    typed.done();
    var meeting = sight.meetingOf(item);
    meeting.requireOpen();
    var vote = votes.lockOpen(item);
    vote.requireBallotOf(me, sight.roll(item, meeting));
    var account = Actor.current().accountId();
    votes.ballots(vote).stream()
        .filter(ballot -> ballot.memberId() == me.id())
        .findFirst()
        .ifPresentOrElse(
            ballot -> ballot.change(command.choice(), account, clock.instant()),
            () -> votes.add(new Ballot(vote, me, command.choice(), account, clock.instant())));
  }
}
