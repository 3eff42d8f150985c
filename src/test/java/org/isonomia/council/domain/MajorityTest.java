package org.isonomia.council.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MajorityTest {
  @ParameterizedTest(name = "{0}: for {1}, against {2}, abstain {3} of {4} eligible: carried {5}")
  @CsvSource({
    "SIMPLE, 8, 2, 1, 21, true",
    "SIMPLE, 2, 1, 9, 21, true",
    "SIMPLE, 5, 5, 1, 21, false",
    "SIMPLE, 0, 0, 12, 21, false",
    "ABSOLUTE, 6, 5, 0, 21, true",
    "ABSOLUTE, 6, 5, 1, 21, false",
    "ABSOLUTE, 5, 2, 3, 21, false",
    "ABSOLUTE, 0, 0, 0, 21, false",
    "TWO_THIRDS, 8, 4, 0, 21, true",
    "TWO_THIRDS, 8, 2, 3, 21, false",
    "TWO_THIRDS, 9, 2, 2, 21, true",
    "TWO_THIRDS, 0, 0, 0, 21, false",
    "OF_ELIGIBLE, 11, 0, 0, 21, true",
    "OF_ELIGIBLE, 10, 0, 0, 21, false",
    "OF_ELIGIBLE, 11, 0, 0, 22, false",
    "OF_ELIGIBLE, 12, 8, 0, 22, true"
  })
  void each_majority_counts_its_own_way(
      Majority majority, int votesFor, int against, int abstain, int eligible, boolean carried) {
    assertThat(majority.carries(new Tally(votesFor, against, abstain, 0), eligible))
        .isEqualTo(carried);
  }

  @Test
  void silence_is_counted_apart_and_is_never_a_vote_cast() {
    var ballots = List.of(Choice.FOR, Choice.FOR, Choice.AGAINST, Choice.ABSTAIN);

    var tally = Tally.of(ballots, 6);

    assertThat(tally).isEqualTo(new Tally(2, 1, 1, 2));
    assertThat(tally.cast()).isEqualTo(4);
  }
}
