package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.isonomia.intake.domain.Codes;
import org.junit.jupiter.api.Test;

/** Which information of GDPR art. 13 was shown is recorded by a version per track. */
class NoticesTest {
  @Test
  void each_track_has_a_version_of_its_own_that_fits_its_column() {
    for (var requested : Codes.REQUESTED) {
      assertThat(Notices.version(requested))
          .as(requested)
          .matches("\\d{4}-\\d{2}-(signal|formal)")
          .hasSizeLessThanOrEqualTo(40)
          .endsWith(Codes.isFormal(requested) ? "-formal" : "-signal");
    }
    assertThat(Notices.version("SIGNAL")).isNotEqualTo(Notices.version("PETITION"));
  }
}
