package org.isonomia.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.isonomia.intake.web.Paced.Route;
import org.isonomia.shared.CaseNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has a bucket of their own, and who shares one. */
class PaceTest {
  private static final CaseNumber ONE = new CaseNumber("ET-2027-00001");
  private static final CaseNumber OTHER = new CaseNumber("ET-2027-00002");

  private final Pace pace = new Pace();

  @BeforeEach
  void of_two() {
    pace.writes = 2;
    pace.files = 2;
  }

  @Test
  void a_mailbox_has_one_bucket_of_each_route_whoever_visits_it() {
    assertThat(pace.takes(Route.WRITES, ONE)).isTrue();
    assertThat(pace.takes(Route.WRITES, new CaseNumber(ONE.value()))).isTrue();
    assertThat(pace.takes(Route.WRITES, ONE)).isFalse();
    assertThat(pace.takes(Route.FILES, ONE)).isTrue();
    assertThat(pace.takes(Route.WRITES, OTHER)).isTrue();
  }

  @Test
  void a_made_up_cookie_that_reads_like_a_case_number_takes_nothing_from_that_mailbox() {
    for (var i = 0; i < 5; i++) {
      pace.takes(Route.WRITES, ONE.value());
    }
    assertThat(pace.takes(Route.WRITES, ONE.value())).isFalse();
    assertThat(pace.takes(Route.WRITES, ONE)).isTrue();
  }
}
