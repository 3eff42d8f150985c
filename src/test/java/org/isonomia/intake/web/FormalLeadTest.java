package org.isonomia.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.isonomia.intake.CaseStanding.Matter;
import org.junit.jupiter.api.Test;

/** What the page that makes a case formal says the case is until now. */
class FormalLeadTest {
  private static Matter matter(int n, String qualification, String status, int step) {
    return new Matter(n, qualification, status, step, null, null, Instant.EPOCH);
  }

  @Test
  void a_signal_so_far_is_said_only_where_nothing_was_formal_before() {
    assertThat(OwnCasePages.lead(List.of(matter(1, "SIGNAL", "NEW", 1))))
        .isEqualTo("intake.upgrade.lead");
    assertThat(
            OwnCasePages.lead(
                List.of(
                    matter(2, "SIGNAL", "IN_PROGRESS", 3),
                    matter(1, "COMPLAINT_KPA", "CLOSED", 4))))
        .isEqualTo("intake.upgrade.lead.open");
    assertThat(OwnCasePages.lead(List.of(matter(1, "INFO_REQUEST", "TRIAGE", 2))))
        .isEqualTo("intake.upgrade.lead.open");
  }

  @Test
  void after_a_letter_that_was_left_unexamined_the_page_says_so() {
    assertThat(
            OwnCasePages.lead(
                List.of(
                    matter(2, "SIGNAL", "IN_PROGRESS", 3),
                    matter(1, "COMPLAINT_KPA", "LEFT_UNEXAMINED", 4))))
        .isEqualTo("intake.upgrade.lead.left");
  }
}
