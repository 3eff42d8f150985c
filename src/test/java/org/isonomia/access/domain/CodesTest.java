package org.isonomia.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CodesTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] KEY = new byte[32];

  /** The examples of RFC 6238, whose last six digits these are. */
  @Test
  void codes_are_those_of_the_standard() {
    assertThat(Codes.at(SECRET, 59 / 30)).isEqualTo("287082");
    assertThat(Codes.at(SECRET, 1111111109L / 30)).isEqualTo("081804");
    assertThat(Codes.at(SECRET, 20000000000L / 30)).isEqualTo("353130");
    assertThat(Codes.letters(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  }

  @Test
  void clocks_may_differ_by_one_step_and_no_more() {
    var now = Instant.ofEpochSecond(3000);
    for (long step = 97; step <= 103; step++) {
      assertThat(Codes.step(SECRET, Codes.at(SECRET, step), now, 0).isPresent())
          .as("step " + step + " at step 100")
          .isEqualTo(step >= 99 && step <= 101);
    }
  }

  @Test
  void a_step_that_was_used_and_every_earlier_one_is_over() {
    var now = Instant.ofEpochSecond(3000);
    assertThat(Codes.step(SECRET, Codes.at(SECRET, 100), now, 100)).isEmpty();
    assertThat(Codes.step(SECRET, Codes.at(SECRET, 99), now, 100)).isEmpty();
    assertThat(Codes.step(SECRET, Codes.at(SECRET, 101), now, 100)).hasValue(101);
    assertThat(Codes.step(SECRET, "28 7082", Instant.ofEpochSecond(59), 0)).hasValue(1);
  }

  @Test
  void a_code_on_paper_is_known_however_it_is_typed_and_for_its_owner_only() {
    var paper = Codes.forPaper();
    assertThat(paper).hasSize(10).doesNotHaveDuplicates();
    var code = paper.get(0);
    assertThat(Codes.isFromPaper(code)).isTrue();
    assertThat(Codes.isFromPaper("287 082")).isFalse();
    assertThat(Codes.hash(KEY, 1, code.toLowerCase().replace('-', ' ')))
        .isEqualTo(Codes.hash(KEY, 1, code))
        .isNotEqualTo(Codes.hash(KEY, 2, code))
        .doesNotContain(code);
  }

  @Test
  void a_browser_is_known_for_the_login_that_was_used_in_it_only() {
    var kept = KnownBrowser.make(KEY, "Anna");
    assertThat(KnownBrowser.fits(KEY, " anna", kept)).isTrue();
    assertThat(KnownBrowser.fits(KEY, "piotr", kept)).isFalse();
    assertThat(KnownBrowser.fits(new byte[] {1}, "anna", kept)).isFalse();
    assertThat(KnownBrowser.fits(KEY, "anna", kept.replaceFirst("\\.[^.]*\\.", ".x."))).isFalse();
    assertThat(KnownBrowser.fits(KEY, "anna", null)).isFalse();
    assertThat(KnownBrowser.fits(KEY, "anna", "..")).isFalse();
    assertThat(kept).doesNotContain("anna");
  }
}
