package org.isonomia.casework.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.isonomia.casework.domain.ClockRule;
import org.isonomia.casework.domain.Law;
import org.isonomia.casework.domain.SomeLaw;
import org.isonomia.casework.domain.Term;
import org.isonomia.shared.ClockTerms;
import org.junit.jupiter.api.Test;

/** The clocks of a referral come from the law book, and from nowhere else. */
class CityClocksTest {
  private static final LocalDate TUESDAY = LocalDate.of(2027, 3, 9);

  private static CityClocks clocks(Law law) {
    var clocks = new CityClocks();
    clocks.law = () -> law;
    return clocks;
  }

  @Test
  void oksanas_partner_has_until_tuesday_sixteenth_of_march() {
    var clocks = clocks(SomeLaw.shipped());
    assertThat(clocks.lastDay("REFERRAL_ACCEPT", TUESDAY)).isEqualTo(LocalDate.of(2027, 3, 16));
    assertThat(clocks.middle("REFERRAL_ACCEPT", TUESDAY)).isEqualTo(LocalDate.of(2027, 3, 12));
  }

  @Test
  void thirty_days_that_end_on_a_sunday_end_on_monday() {
    assertThat(clocks(SomeLaw.shipped()).lastDay("REFERRAL_FEEDBACK", LocalDate.of(2027, 3, 19)))
        .isEqualTo(LocalDate.of(2027, 4, 19));
  }

  @Test
  void the_partner_has_ten_working_days_to_say_what_came_of_it() {
    assertThat(
            clocks(SomeLaw.shipped()).lastDay("REFERRAL_FEEDBACK_ANSWER", LocalDate.of(2027, 4, 5)))
        .isEqualTo(LocalDate.of(2027, 4, 19));
  }

  @Test
  void a_correction_in_the_law_book_changes_the_dates() {
    var shipped = SomeLaw.shipped();
    var corrected =
        new Law(
            shipped.calendar(),
            shipped.rules().stream()
                .map(
                    rule ->
                        rule.clock().equals("REFERRAL_ACCEPT")
                            ? with(rule, Term.workingDays(3))
                            : rule)
                .toList(),
            shipped.bars());
    assertThat(clocks(corrected).lastDay("REFERRAL_ACCEPT", TUESDAY))
        .isEqualTo(LocalDate.of(2027, 3, 12));
  }

  @Test
  void what_everybody_is_promised_is_not_what_the_urgent_get_and_follows_a_correction() {
    var shipped = SomeLaw.shipped();
    assertThat(clocks(shipped).usual("ACK_HUMAN"))
        .isEqualTo(new ClockTerms.Usual(3, "WORKING_DAY"));
    var corrected =
        new Law(
            shipped.calendar(),
            shipped.rules().stream()
                .map(r -> r.clock().equals("ACK_HUMAN") ? with(r, Term.workingDays(5)) : r)
                .toList(),
            shipped.bars());
    assertThat(clocks(corrected).usual("ACK_HUMAN").amount()).isEqualTo(5);
  }

  @Test
  void a_clock_that_nobody_wrote_down_is_a_fault() {
    assertThatThrownBy(() -> clocks(SomeLaw.shipped()).lastDay("NO_SUCH", TUESDAY))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void no_other_reference_data_says_how_long_a_partner_may_take() throws IOException {
    try (var scripts = Files.list(Path.of("src/main/resources/db/reference"))) {
      for (var script : scripts.toList()) {
        if (!script.endsWith("R__casework_law.sql")) {
          assertThat(Files.readString(script)).doesNotContain("REFERRAL_ACCEPT");
        }
      }
    }
  }

  private static ClockRule with(ClockRule r, Term term) {
    return new ClockRule(
        r.clock(),
        r.nth(),
        r.rank(),
        r.starts(),
        r.qualifications(),
        r.priorities(),
        r.areas(),
        r.respondents(),
        r.conduct(),
        r.grounds(),
        r.topics(),
        term,
        r.remindHours(),
        r.metBy(),
        r.stoppedBy(),
        r.statutory(),
        r.basis());
  }
}
