package org.isonomia.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LawTest {
  /** Also what the acknowledgement of a formal letter promises; a lawyer's row changes both. */
  @Test
  void what_begins_with_the_receipt_of_a_matter_is_said_by_the_rows_of_the_law() {
    assertThat(SomeLaw.shipped().clocksOf(ClockRule.RECEIPT))
        .containsExactlyInAnyOrder(
            "FORWARD_231", "SETTLE_237", "FORWARD_243", "SETTLE_244", "PETITION", "ACCESSIBILITY");
    assertThat(SomeLaw.shipped().clocksOf(ClockRule.FILING)).doesNotContain("SETTLE_237");
  }
}
