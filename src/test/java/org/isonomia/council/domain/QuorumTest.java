package org.isonomia.council.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quorum: half of ELIGIBLE rounded up, ELIGIBLE = seats − vacant − recused on this item. */
class QuorumTest {
  private static final Set<Long> P_AND_Q = Set.of(1L, 2L);

  @Test
  void two_recused_of_twenty_three_leave_twenty_one_eligible_and_a_quorum_of_eleven() {
    var quorum = roll(24, 23, Set.of(), P_AND_Q).quorum();

    assertThat(quorum.eligible()).isEqualTo(21);
    assertThat(quorum.required()).isEqualTo(11);
  }

  @Test
  void an_item_without_recusals_has_base_twenty_three_and_a_quorum_of_twelve() {
    var quorum = roll(24, 23, Set.of(), Set.of()).quorum();

    assertThat(quorum.eligible()).isEqualTo(23);
    assertThat(quorum.required()).isEqualTo(12);
  }

  @Test
  void a_recused_member_in_the_room_does_not_count() {
    // thirteen are here, P among them
    var here = Room.members(14);
    here.remove(2L);

    var quorum = roll(24, 23, here, P_AND_Q).quorum();

    assertThat(here).hasSize(13);
    assertThat(quorum.present()).isEqualTo(12);
    assertThat(quorum.isMet()).isTrue();
    assertThat(quorum.missing()).isZero();
  }

  @Test
  void ten_of_twenty_one_are_no_quorum() {
    var here = new HashSet<>(Room.members(12));

    var quorum = roll(24, 23, here, P_AND_Q).quorum();

    assertThat(quorum.present()).isEqualTo(10);
    assertThat(quorum.isMet()).isFalse();
    assertThat(quorum.missing()).isEqualTo(1);
  }

  @Test
  void who_voted_and_left_took_part() {
    var quorum = roll(24, 23, Room.members(12), P_AND_Q).quorum(Set.of(13L, 14L));

    assertThat(quorum.present()).isEqualTo(12);
  }

  @Test
  void a_recused_member_whose_seat_has_become_vacant_leaves_the_base_once() {
    var roll = new Roll(Quorum.Rule.HALF, 24, Room.members(22), Set.of(), Set.of(23L));

    assertThat(roll.quorum().eligible()).isEqualTo(22);
  }

  @Test
  void somebody_without_a_seat_is_never_counted() {
    assertThat(roll(24, 23, Set.of(99L), Set.of()).quorum(Set.of(98L)).present()).isZero();
  }

  @Test
  void nobody_eligible_is_never_a_quorum() {
    assertThat(roll(1, 1, Set.of(1L), Set.of(1L)).quorum().isMet()).isFalse();
    assertThat(roll(3, 0, Set.of(), Set.of()).quorum().isMet()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // numerator, denominator, eligible, required
    "1, 2, 20, 10",
    "1, 2, 21, 11",
    "1, 2, 22, 11",
    "1, 2, 1, 1",
    "2, 3, 21, 14",
    "2, 3, 22, 15",
    "1, 3, 23, 8",
    "1, 1, 23, 23"
  })
  void the_share_is_a_setting_of_the_term_and_is_rounded_up(
      int numerator, int denominator, int eligible, int required) {
    assertThat(new Quorum.Rule(numerator, denominator).of(eligible)).isEqualTo(required);
  }

  @Test
  void a_share_of_nothing_or_more_than_all_is_no_rule() {
    assertThatThrownBy(() -> new Quorum.Rule(0, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Quorum.Rule(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Roll roll(int seats, int seated, Set<Long> here, Set<Long> recused) {
    return new Roll(Quorum.Rule.HALF, seats, Room.members(seated), here, recused);
  }
}
