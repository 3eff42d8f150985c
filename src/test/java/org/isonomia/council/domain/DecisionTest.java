package org.isonomia.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.council.domain.VoteTest.assertConflict;

import java.util.HashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionTest {
  @Test
  void a_carried_recommendation_gets_its_number_and_is_read_by_anybody_once_published() {
    var decision = decision(DecisionCode.RECOMMENDATION, vote(3, 1));

    decision.register(2027, 5);
    assertThat(decision.publishedAt()).isNull();
    decision.publish(Room.MEETING_AT);
    decision.publish(Room.MEETING_AT.plusSeconds(60));

    assertThat(decision.publicNumber()).isEqualTo("5/2027");
    assertThat(decision.publishedAt()).isEqualTo(Room.MEETING_AT);
  }

  @Test
  void nothing_is_decided_that_no_vote_carried() {
    assertConflict("decision-without-vote", () -> decision(DecisionCode.RESOLUTION, null));
    assertConflict("decision-without-vote", () -> decision(DecisionCode.OPINION, vote(1, 3)));
    assertConflict("decision-without-vote", () -> decision(DecisionCode.OPINION, blockedVote()));
  }

  @Test
  void a_motion_that_fell_is_no_decision_and_gets_no_number_and_no_page() {
    var decision = decision(DecisionCode.NO_DECISION, vote(1, 3));

    decision.publish(Room.MEETING_AT);

    assertThat(decision.publishedAt()).isNull();
    assertThat(decision.publicNumber()).isNull();
    assertConflict("decision-numbered", () -> decision.register(2027, 6));
  }

  @Test
  void what_was_carried_is_not_written_down_as_no_decision() {
    assertConflict("decision-was-carried", () -> decision(DecisionCode.NO_DECISION, vote(3, 1)));
  }

  @Test
  void a_number_is_given_once() {
    var decision = decision(DecisionCode.RESOLUTION, vote(3, 1));
    decision.register(2027, 5);

    assertConflict("decision-numbered", () -> decision.register(2027, 6));
  }

  private static Decision decision(DecisionCode code, Vote vote) {
    return new Decision(
        Room.discussedItem(),
        Room.openMeeting(),
        vote,
        code,
        Room.sealed("t"),
        Room.sealed("x"),
        Room.DAY);
  }

  private static Vote vote(int votesFor, int against) {
    var roll = new Roll(Quorum.Rule.HALF, 4, Room.members(4), Room.members(4), Set.of());
    var vote =
        new Vote(
            Room.discussedItem(),
            Room.openMeeting(),
            1,
            VoteMode.OPEN,
            Majority.SIMPLE,
            roll,
            Room.MEETING_AT);
    var ballots = new HashMap<Long, Choice>();
    for (long i = 1; i <= votesFor; i++) ballots.put(i, Choice.FOR);
    for (long i = votesFor + 1; i <= votesFor + against; i++) ballots.put(i, Choice.AGAINST);
    vote.close(ballots, roll, false, Room.MEETING_AT);
    return vote;
  }

  private static Vote blockedVote() {
    var roll = new Roll(Quorum.Rule.HALF, 4, Room.members(4), Set.of(), Set.of());
    return new Vote(
        Room.discussedItem(),
        Room.openMeeting(),
        1,
        VoteMode.OPEN,
        Majority.SIMPLE,
        roll,
        Room.MEETING_AT);
  }
}
