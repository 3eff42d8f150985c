package org.isonomia.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SecondStepTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private final SecondStep step = new SecondStep(1, null, 0, NOW);

  private void wrong(int times, boolean known) {
    for (int i = 0; i < times; i++) {
      step.wrongCode(known, NOW);
    }
  }

  @Test
  void some_wrong_codes_cost_nothing_then_the_pause_grows_and_stays_bounded() {
    wrong(SecondStep.FREE - 1, false);
    assertThat(step.wait(false, NOW)).isZero();
    wrong(1, false);
    assertThat(step.wait(false, NOW)).isEqualTo(Duration.ofSeconds(2));
    wrong(1, false);
    assertThat(step.wait(false, NOW)).isEqualTo(Duration.ofSeconds(4));
    wrong(1000, false);
    assertThat(step.wait(false, NOW)).isEqualTo(SecondStep.LONGEST_WAIT);
    assertThat(step.wait(false, NOW.plus(SecondStep.LONGEST_WAIT))).as("slow, no lock").isZero();
  }

  @Test
  void strangers_do_not_slow_a_browser_in_which_the_person_has_signed_in_before() {
    wrong(50, false);
    assertThat(step.wait(true, NOW)).isZero();
    wrong(50, true);
    assertThat(step.wait(true, NOW)).as("nor is that one a way to guess").isPositive();
  }

  @Test
  void a_right_code_ends_the_count() {
    wrong(50, false);
    wrong(50, true);
    step.used(7);
    assertThat(step.wait(false, NOW)).isZero();
    assertThat(step.wait(true, NOW)).isZero();
  }
}
