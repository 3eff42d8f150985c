package org.isonomia.access.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

class AbsenceTest {
  private static final Instant AT = Instant.parse("2027-02-10T08:00:00Z");
  private final Absence absence = new Absence(7, 8, day(15), day(19), 7, AT);

  private static LocalDate day(int ofFebruary) {
    return LocalDate.of(2027, 2, ofFebruary);
  }

  @Test
  void it_runs_from_its_first_day_to_its_last_and_then_ends_by_itself() {
    assertThat(absence.runsOn(day(14))).isFalse();
    assertThat(absence.runsOn(day(15))).isTrue();
    assertThat(absence.runsOn(day(19))).isTrue();
    assertThat(absence.runsOn(day(20))).isFalse();
  }

  @Test
  void ended_before_its_time_it_runs_no_more() {
    absence.end(9, AT, day(16));
    assertThat(absence.runsOn(day(16))).isFalse();
    assertThat(absence.touches(day(15), day(19))).isFalse();
  }

  @Test
  void what_is_over_is_not_ended_again() {
    assertThatThrownBy(() -> absence.end(9, AT, day(20)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("absence-over"));
  }

  @Test
  void two_absences_touch_when_one_day_is_in_both() {
    assertThat(absence.touches(day(19), day(25))).isTrue();
    assertThat(absence.touches(day(20), day(25))).isFalse();
    assertThat(absence.touches(day(1), day(15))).isTrue();
    assertThat(absence.touches(day(1), day(14))).isFalse();
  }
}
