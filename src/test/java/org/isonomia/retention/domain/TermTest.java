package org.isonomia.retention.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isonomia.privacy.Sealed;
import org.isonomia.retention.ClosedCases;
import org.isonomia.retention.domain.RetentionClass.Rule;
import org.isonomia.retention.domain.RetentionClass.Start;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

class TermTest {
  private static final LocalDate CLOSED = LocalDate.of(2027, 4, 20);
  private static final Instant AT = Instant.parse("2029-04-21T10:00:00Z");
  private static final Map<String, RetentionClass> CLASSES =
      List.of(
              new RetentionClass(
                  "SIGNAL",
                  new Rule("B2", Start.CLOSING, Period.ofYears(2), Ending.ANONYMISE, "x")),
              new RetentionClass(
                  "COMPLAINT_KPA",
                  new Rule("BE5", Start.NEXT_YEAR, Period.ofYears(5), Ending.APPRAISE, "x")),
              new RetentionClass(
                  "PETITION",
                  new Rule("A", Start.CLOSING, Period.ofYears(1), Ending.HAND_OVER, "x")))
          .stream()
          .collect(Collectors.toMap(RetentionClass::qualification, Function.identity()));

  private static Term term(String... qualifications) {
    return Term.of(Set.of(qualifications), CLOSED, CLASSES).orElseThrow();
  }

  @Test
  void a_signal_is_kept_until_the_end_of_the_day_two_years_after_closing() {
    var term = term("SIGNAL");
    assertThat(term.lastDay()).isEqualTo("2029-04-20");
    assertThat(term.isOver(LocalDate.of(2029, 4, 20))).isFalse();
    assertThat(term.isOver(LocalDate.of(2029, 4, 21))).isTrue();
  }

  @Test
  void categories_of_archives_count_whole_years_from_the_first_of_january() {
    assertThat(term("COMPLAINT_KPA").lastDay()).isEqualTo("2032-12-31");
  }

  @Test
  void a_case_closed_on_a_leap_day_is_kept_until_the_last_of_february() {
    assertThat(CLASSES.get("SIGNAL").lastDay(LocalDate.of(2028, 2, 29))).isEqualTo("2030-02-28");
  }

  @Test
  void a_case_is_kept_as_long_as_the_matter_that_is_kept_longest() {
    var term = term("SIGNAL", "COMPLAINT_KPA");
    assertThat(term.decides().qualification()).isEqualTo("COMPLAINT_KPA");
    assertThat(term.lastDay()).isEqualTo("2032-12-31");
  }

  @Test
  void what_the_archive_asks_of_one_matter_it_asks_of_the_case() {
    var term = term("COMPLAINT_KPA", "PETITION");
    assertThat(term.decides().qualification()).isEqualTo("COMPLAINT_KPA");
    assertThat(term.ending()).isEqualTo(Ending.HAND_OVER);
    assertThat(term.isFormal()).isTrue();
    assertThat(term("SIGNAL").isFormal()).isFalse();
  }

  @Test
  void a_case_with_a_matter_without_a_class_is_kept() {
    assertThat(Term.of(Set.of("SIGNAL", "SOMETHING_NEW"), CLOSED, CLASSES)).isEmpty();
    assertThat(Term.of(Set.of(), CLOSED, CLASSES)).isEmpty();
  }

  private static Batch batch() {
    var batch = Batch.ofTerm("L-2029-00001", CLOSED, null, 7, AT);
    batch.add(new CaseNumber("ET-2027-00001"), term("SIGNAL"));
    return batch;
  }

  @Test
  void who_proposed_a_list_neither_approves_nor_refuses_it() {
    var batch = batch();
    assertThatThrownBy(() -> batch.approve(7, AT)).hasMessageContaining("list-second-person");
    assertThatThrownBy(() -> batch.refuse(Sealed.ofBytes(new byte[] {1}), 7, AT, CLOSED))
        .isInstanceOf(Problem.class);
    batch.approve(8, AT);
    assertThat(batch.state()).isEqualTo(Batch.State.APPROVED);
  }

  @Test
  void a_list_is_decided_once() {
    var batch = batch();
    batch.refuse(Sealed.ofBytes(new byte[] {1}), 8, AT, CLOSED);
    assertThat(batch.cases()).allMatch(one -> one.leftOut() == BatchCase.LeftOut.REFUSED);
    assertThatThrownBy(() -> batch.approve(9, AT)).hasMessageContaining("list-already-decided");
  }

  @Test
  void a_case_with_two_grounds_is_counted_once_and_mentions_both() {
    var shadows =
        Shadow.of(
            new ClosedCases.Trace(
                YearMonth.of(2027, 1),
                Set.of("RACE_SKIN", "NATIONALITY"),
                "HOUSING",
                Set.of("DIRECT", "HARASSMENT"),
                "SETTLED"));
    assertThat(shadows).extracting(Shadow::ground).containsExactly("NATIONALITY", "RACE_SKIN");
    assertThat(shadows).filteredOn(Shadow::first).hasSize(1);
    assertThat(shadows).extracting(Shadow::form).containsOnly("SEVERAL");
  }
}
