package org.isonomia.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.isonomia.shared.CaseNumber;
import org.junit.jupiter.api.Test;

/** Which file stands for what an answer promised. */
class PromisedFileTest {
  private static final String CONSENT = "consentOfPerson";
  private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");

  @Test
  void a_file_of_which_nobody_says_anything_stands_for_nothing_until_its_sender_does() {
    var file = file();
    assertThat(file.standsFor(CONSENT)).isFalse();
    file.say(CONSENT);
    assertThat(file.standsFor(CONSENT)).isTrue();
    assertThat(file.isFound(CONSENT)).isFalse();
    file.say(null);
    assertThat(file.standsFor(CONSENT)).isFalse();
  }

  @Test
  void what_the_office_found_is_told_apart_from_what_was_said() {
    var file = file();
    assertThat(file.judge(CONSENT, true, NOW)).isTrue();
    assertThat(file.isFound(CONSENT)).isTrue();
    assertThat(file.isJudged()).isTrue();
    assertThat(file.judge(CONSENT, true, NOW)).as("the same again").isFalse();
    assertThat(file.judge(CONSENT, false, NOW)).isTrue();
    assertThat(file.standsFor(CONSENT)).isFalse();
    assertThat(file.isJudged()).isTrue();
    assertThat(file.isRefused()).isTrue();
  }

  private static ReportFile file() {
    return new ReportFile(
        new CaseNumber("ET-2027-00001"), 0, "image/jpeg", 1, null, null, null, null);
  }
}
