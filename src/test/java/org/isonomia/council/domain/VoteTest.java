package org.isonomia.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vote of story 3, and what may not happen in any vote. */
class VoteTest {
  /** P is member 1 and here, Q is member 2 and not; members 3 to 14 are the twelve who may vote. */
  private static final Set<Long> RECUSED = Set.of(1L, 2L);

  private final Set<Long> here = new HashSet<>(Room.members(14));

  VoteTest() {
    here.remove(2L);
  }

  @Test
  void eight_for_two_against_one_abstaining_one_silent_is_carried() {
    var vote = open(VoteMode.OPEN, roll());

    vote.close(ballots(8, 2, 1), roll(), false, Room.MEETING_AT);

    assertThat(vote.tally()).isEqualTo(new Tally(8, 2, 1, 1));
    assertThat(vote.quorum()).isEqualTo(new Quorum(21, 11, 12));
    assertThat(vote.result()).isEqualTo(VoteResult.CARRIED);
  }

  @Test
  void after_two_have_left_a_further_vote_is_blocked_and_the_block_is_on_record() {
    here.removeAll(Set.of(13L, 14L));

    var vote = open(VoteMode.OPEN, roll());

    assertThat(vote.isBlocked()).isTrue();
    assertThat(vote.isOpen()).isFalse();
    assertThat(vote.quorum()).isEqualTo(new Quorum(21, 11, 10));
    assertThat(vote.closedAt()).isEqualTo(Room.MEETING_AT);
  }

  @Test
  void a_blocked_vote_takes_no_ballot_and_is_not_closed_again() {
    here.removeAll(Set.of(13L, 14L));
    var vote = open(VoteMode.OPEN, roll());

    assertConflict("vote-closed", () -> vote.requireBallotOf(Room.member(Room.term()), roll()));
    assertConflict("vote-closed", () -> vote.close(Map.of(), roll(), false, Room.MEETING_AT));
  }

  @Test
  void a_vote_that_loses_its_quorum_before_it_closes_decides_nothing() {
    var vote = open(VoteMode.OPEN, roll());
    here.removeAll(Set.of(13L, 14L));

    vote.close(ballots(8, 0, 0), roll(), false, Room.MEETING_AT);

    assertThat(vote.result()).isEqualTo(VoteResult.BLOCKED);
  }

  @Test
  void who_voted_and_left_is_counted() {
    var vote = open(VoteMode.OPEN, roll());
    here.removeAll(Set.of(3L, 4L));

    vote.close(ballots(8, 2, 1), roll(), false, Room.MEETING_AT);

    assertThat(vote.tally()).isEqualTo(new Tally(8, 2, 1, 1));
    assertThat(vote.result()).isEqualTo(VoteResult.CARRIED);
  }

  @Test
  void a_ballot_of_a_recused_member_does_not_count() {
    var vote = open(VoteMode.OPEN, roll());
    var ballots = new HashMap<>(ballots(5, 5, 0));
    ballots.put(1L, Choice.FOR);

    vote.close(ballots, roll(), false, Room.MEETING_AT);

    assertThat(vote.tally().votesFor()).isEqualTo(5);
    assertThat(vote.result()).isEqualTo(VoteResult.NOT_CARRIED);
  }

  @Test
  void a_recused_member_may_not_vote_and_reads_why() {
    var member = Room.member(Room.term());
    var roll =
        new Roll(
            Quorum.Rule.HALF, 3, Set.of(1L, 2L, member.id()), Set.of(1L, 2L), Set.of(member.id()));
    var vote = open(VoteMode.OPEN, roll);

    assertThatThrownBy(() -> vote.requireBallotOf(member, roll))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
              assertThat(problem.code()).isEqualTo("recused-on-item");
            });
  }

  @Test
  void who_is_not_here_may_not_vote() {
    var vote = open(VoteMode.OPEN, roll());

    assertConflict("not-present", () -> vote.requireBallotOf(Room.member(Room.term()), roll()));
  }

  @Test
  void consensus_has_no_ballots_and_one_objection_ends_it() {
    var agreed = open(VoteMode.CONSENSUS, roll());
    agreed.close(Map.of(), roll(), false, Room.MEETING_AT);
    var objected = open(VoteMode.CONSENSUS, roll());
    objected.close(Map.of(), roll(), true, Room.MEETING_AT);

    assertThat(agreed.result()).isEqualTo(VoteResult.CARRIED);
    assertThat(objected.result()).isEqualTo(VoteResult.NOT_CARRIED);
    assertConflict(
        "vote-without-ballots",
        () -> open(VoteMode.CONSENSUS, roll()).requireBallotOf(Room.member(Room.term()), roll()));
  }

  @ParameterizedTest
  @EnumSource(names = {"SECRET", "CIRCULATION"})
  void a_mode_that_is_not_offered_is_refused(VoteMode mode) {
    assertThatThrownBy(() -> open(mode, roll())).hasMessageContaining("vote-mode-not-offered");
  }

  @Test
  void a_vote_needs_an_open_meeting() {
    assertConflict(
        "meeting-not-open",
        () ->
            new Vote(
                Room.discussedItem(),
                Room.plannedMeeting(),
                1,
                VoteMode.OPEN,
                Majority.SIMPLE,
                roll(),
                Room.MEETING_AT));
  }

  private Roll roll() {
    return new Roll(Quorum.Rule.HALF, 24, Room.members(23), here, RECUSED);
  }

  private static Vote open(VoteMode mode, Roll roll) {
    return new Vote(
        Room.discussedItem(), Room.openMeeting(), 1, mode, Majority.SIMPLE, roll, Room.MEETING_AT);
  }

  /** Members 3, 4, … vote in this order. */
  private static Map<Long, Choice> ballots(int votesFor, int against, int abstain) {
    var ballots = new HashMap<Long, Choice>();
    long member = 3;
    for (int i = 0; i < votesFor; i++) ballots.put(member++, Choice.FOR);
    for (int i = 0; i < against; i++) ballots.put(member++, Choice.AGAINST);
    for (int i = 0; i < abstain; i++) ballots.put(member++, Choice.ABSTAIN);
    return ballots;
  }

  static void assertConflict(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
              assertThat(problem.code()).isEqualTo(code);
            });
  }
}
