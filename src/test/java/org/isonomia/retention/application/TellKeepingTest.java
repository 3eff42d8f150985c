package org.isonomia.retention.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isonomia.retention.domain.Ending;
import org.isonomia.retention.domain.RetentionClass;
import org.isonomia.retention.domain.RetentionClass.Rule;
import org.isonomia.retention.domain.RetentionClass.Start;
import org.junit.jupiter.api.Test;

class TellKeepingTest {
  private static final Instant CLOSED = Instant.parse("2027-01-04T11:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);

  /** Fifty months from closing are over sooner than four years from the next January. */
  private static final Map<String, RetentionClass> CLASSES =
      List.of(
              new RetentionClass(
                  "SIGNAL",
                  new Rule("B5", Start.CLOSING, Period.ofMonths(50), Ending.ANONYMISE, "own")),
              new RetentionClass(
                  "PETITION",
                  new Rule("BE4", Start.NEXT_YEAR, Period.ofYears(4), Ending.APPRAISE, "law")))
          .stream()
          .collect(Collectors.toMap(RetentionClass::qualification, Function.identity()));

  @Test
  void the_reporter_reads_the_day_that_counts_and_not_that_of_the_longer_period() {
    var kept = TellKeeping.kept(Set.of("SIGNAL", "PETITION"), CLOSED, TODAY, CLASSES).orElseThrow();
    assertThat(kept.basis()).isEqualTo("law");
    assertThat(kept.until()).isEqualTo("2031-12-31");
  }

  @Test
  void a_case_with_a_matter_without_class_has_no_day_that_could_be_told() {
    assertThat(TellKeeping.kept(Set.of("SIGNAL", "NEW_KIND"), CLOSED, TODAY, CLASSES)).isEmpty();
  }

  @Test
  void an_open_case_has_a_period_and_no_day() {
    var kept = TellKeeping.kept(Set.of("SIGNAL"), null, TODAY, CLASSES).orElseThrow();
    assertThat(kept.until()).isNull();
    assertThat(kept.period()).isEqualTo(Period.ofMonths(50));
  }
}
