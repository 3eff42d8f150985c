package org.isonomia.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LaneTest {
  private static final long OFTEN = 1_000_000;

  private final List<String> came = new ArrayList<>();

  @Test
  void who_finds_a_free_place_and_nobody_in_line_goes_in_at_once() {
    var lane = new Lane(2, 10, OFTEN, false);
    assertThat(lane.enter()).isTrue();
    assertThat(lane.enter()).isTrue();
    assertThat(lane.enter()).as("both places are taken").isFalse();
    lane.leave();
    assertThat(lane.enter()).isTrue();
  }

  @Test
  void the_line_is_worked_off_in_the_order_in_which_people_came() {
    var lane = new Lane(1, 10, OFTEN, false);
    lane.enter();
    lane.stand(() -> came.add("first"));
    lane.stand(() -> came.add("second"));
    lane.advance();
    assertThat(came).as("the place is not free yet").isEmpty();
    lane.leave();
    assertThat(lane.enter()).as("nobody overtakes those in line").isFalse();
    lane.advance();
    assertThat(came).containsExactly("first");
    lane.leave();
    lane.advance();
    assertThat(came).containsExactly("first", "second");
  }

  @Test
  void a_full_line_takes_nobody_more_and_who_gives_up_makes_room() {
    var lane = new Lane(1, 1, OFTEN, false);
    lane.enter();
    Lane.Waiting impatient = () -> came.add("impatient");
    assertThat(lane.stand(impatient)).isTrue();
    assertThat(lane.stand(() -> came.add("late"))).isFalse();
    assertThat(lane.giveUp(impatient)).isTrue();
    assertThat(lane.giveUp(impatient)).as("only once").isFalse();
    assertThat(lane.stand(() -> came.add("late"))).isTrue();
    lane.leave();
    lane.advance();
    assertThat(came).containsExactly("late");
  }

  @Test
  void when_the_minute_is_used_up_the_next_one_waits_although_a_place_is_free() {
    var lane = new Lane(5, 10, 2, false);
    assertThat(lane.enter()).isTrue();
    assertThat(lane.enter()).isTrue();
    assertThat(lane.enter()).isFalse();
    lane.stand(() -> came.add("third"));
    var wait = lane.advance();
    assertThat(came).isEmpty();
    assertThat(wait.orElseThrow())
        .as("two a minute: one in half a minute")
        .isBetween(TimeUnit.SECONDS.toNanos(25), TimeUnit.SECONDS.toNanos(30));
    assertThat(lane.advance()).as("one alarm is enough for all in line").isEmpty();
    lane.woken();
    assertThat(lane.advance()).isPresent();
  }

  @Test
  void nobody_is_asked_to_wait_for_a_moment_when_a_place_has_to_become_free_first() {
    var lane = new Lane(1, 10, OFTEN, false);
    lane.enter();
    lane.stand(() -> came.add("next"));
    assertThat(lane.advance()).isEmpty();
    assertThat(lane.waiting()).isEqualTo(1);
    assertThat(lane.inside()).isEqualTo(1);
  }
}
