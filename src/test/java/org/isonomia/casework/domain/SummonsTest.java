package org.isonomia.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isonomia.casework.domain.SomeCase.LAW;
import static org.isonomia.casework.domain.SomeCase.aCase;
import static org.isonomia.casework.domain.SomeCase.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.isonomia.casework.CaseEvent;
import org.isonomia.casework.Manner;
import org.isonomia.casework.Outcome;
import org.isonomia.casework.Qualification;
import org.isonomia.casework.domain.Summons.Missing;
import org.junit.jupiter.api.Test;

/** A formal letter is completed, or lives on as a signal (regulation of 8 January 2002, § 8). */
class SummonsTest {
  private static final LocalDate THURSDAY = LocalDate.of(2027, 2, 18);

  private static SomeCase complaint() {
    return aCase().formal(Qualification.COMPLAINT_KPA).assessed();
  }

  private static Case summoned(Missing... missing) {
    var file = complaint().build();
    file.summon(1, Set.of(missing), SomeCase.words(), SomeCase.HANDLER, city("2027-02-16T10:00"));
    return file;
  }

  private static Case overdue() {
    var file = summoned(Missing.MATTER_UNCLEAR);
    file.reporterReadSummons(LAW, city("2027-02-18T21:00"));
    return file;
  }

  private static List<CaseEvent> left(Case file, String at) {
    return file.leaveUnexamined(
        1,
        SomeCase.words(),
        SomeCase.words(),
        SomeCase.HANDLER,
        complaint().facts(),
        LAW,
        city(at));
  }

  @Test
  void a_summons_starts_no_clock_before_it_has_reached_the_person() {
    var file = summoned(Missing.NAME, Missing.ADDRESS);
    assertThat(file.matter(1).status()).isEqualTo(MatterStatus.AWAITING_REPORTER);
    assertThat(file.running(Deadline.SUPPLEMENT)).isEmpty();
    assertThat(file.matter(1).openSummons().orElseThrow().missing())
        .containsExactly("NAME", "ADDRESS");
  }

  @Test
  void seven_days_count_from_the_day_after_it_was_read() {
    var file = summoned(Missing.ADDRESS);
    file.reporterReadSummons(LAW, city("2027-02-18T21:00"));
    var due = file.running(Deadline.SUPPLEMENT).orElseThrow();
    assertThat(due.dueOn()).isEqualTo(LocalDate.of(2027, 2, 25));
    assertThat(due.basis()).contains("§ 8");
    // reading it again changes nothing
    assertThat(file.reporterReadSummons(LAW, city("2027-02-20T21:00"))).isEmpty();
    assertThat(file.running(Deadline.SUPPLEMENT).orElseThrow().dueOn())
        .isEqualTo(LocalDate.of(2027, 2, 25));
  }

  @Test
  void a_time_that_ends_on_a_sunday_ends_on_monday() {
    var file = summoned(Missing.ADDRESS);
    file.reporterReadSummons(LAW, city("2027-02-21T09:00"));
    assertThat(file.running(Deadline.SUPPLEMENT).orElseThrow().dueOn())
        .isEqualTo(LocalDate.of(2027, 3, 1));
  }

  @Test
  void a_posted_letter_counts_from_the_day_that_is_entered_and_neither_too_early_nor_too_late() {
    var file = summoned(Missing.NAME);
    var now = city("2027-02-22T09:00");
    for (var wrong : List.of(LocalDate.of(2027, 2, 15), LocalDate.of(2027, 2, 23))) {
      assertThatThrownBy(() -> file.deliverSummons(1, wrong, LAW, now))
          .hasMessageContaining("incomplete");
    }
    file.deliverSummons(1, THURSDAY, LAW, now);
    assertThat(file.running(Deadline.SUPPLEMENT).orElseThrow().dueOn())
        .isEqualTo(LocalDate.of(2027, 2, 25));
    assertThatThrownBy(() -> file.deliverSummons(1, THURSDAY, LAW, now))
        .hasMessageContaining("summons-delivered");
  }

  @Test
  void completing_it_meets_the_clock_and_the_matter_goes_on() {
    var file = overdue();
    assertThat(file.completeSummons(2, city("2027-02-19T09:00")))
        .as("nobody asked in another matter")
        .isEmpty();
    assertThat(file.completeSummons(1, city("2027-02-19T09:00"))).isPresent();
    assertThat(file.matter(1).status()).isEqualTo(MatterStatus.IN_PROGRESS);
    assertThat(file.running(Deadline.SUPPLEMENT)).isEmpty();
    assertThat(file.deadlines())
        .filteredOn(d -> d.clock().equals(Deadline.SUPPLEMENT))
        .singleElement()
        .extracting(Deadline::state)
        .isEqualTo(Deadline.State.MET);
    assertThat(file.completeSummons(1, city("2027-02-19T10:00"))).isEmpty();
    assertThat(file.running("SETTLE_237")).as("the law's own clock never stopped").isPresent();
  }

  @Test
  void a_letter_that_completes_nothing_does_not_answer_the_summons() {
    var file = overdue();
    assertThat(file.reporterWrote(city("2027-02-19T09:00"))).isEmpty();
    assertThat(file.matter(1).status()).isEqualTo(MatterStatus.AWAITING_REPORTER);
    assertThat(file.running(Deadline.SUPPLEMENT)).isPresent();
  }

  @Test
  void only_something_formal_is_summoned_for_something_that_is_missing_and_once_at_a_time() {
    var signal = aCase().assessed().build();
    assertThatThrownBy(
            () ->
                signal.summon(
                    1, Set.of(Missing.NAME), null, SomeCase.HANDLER, city("2027-02-16T10:00")))
        .hasMessageContaining("incomplete");
    var file = complaint().build();
    assertThatThrownBy(
            () -> file.summon(1, Set.of(), null, SomeCase.HANDLER, city("2027-02-16T10:00")))
        .hasMessageContaining("incomplete");
    var summoned = summoned(Missing.NAME);
    assertThatThrownBy(
            () ->
                summoned.summon(
                    1, Set.of(Missing.NAME), null, SomeCase.HANDLER, city("2027-02-16T11:00")))
        .hasMessageContaining("summons-open");
  }

  @Test
  void nothing_is_left_unexamined_on_the_last_day_and_everything_may_be_on_the_next() {
    var file = overdue();
    assertThatThrownBy(() -> left(file, "2027-02-25T23:59"))
        .hasMessageContaining("may-not-be-left");
    assertThat(file.mayLeaveUnexamined(file.matter(1), city("2027-02-26T00:00"))).isTrue();
  }

  @Test
  void nothing_is_left_that_was_not_summoned_or_that_has_not_reached_the_person() {
    assertThatThrownBy(() -> left(complaint().build(), "2027-06-01T09:00"))
        .hasMessageContaining("may-not-be-left");
    assertThatThrownBy(() -> left(summoned(Missing.NAME), "2027-06-01T09:00"))
        .hasMessageContaining("may-not-be-left");
  }

  @Test
  void without_name_and_address_it_may_be_left_at_once() {
    var file = complaint().build();
    file.reporterDisclosed("ANONYMOUS", false);
    left(file, "2027-02-16T11:00");
    assertThat(file.matter(1).status()).isEqualTo(MatterStatus.LEFT_UNEXAMINED);
  }

  @Test
  void what_is_left_goes_on_as_a_signal_with_clocks_of_its_own_and_nothing_else_runs() {
    var file = overdue();
    var events = left(file, "2027-02-26T09:00");
    assertThat(events)
        .extracting(e -> e.getClass().getSimpleName())
        .containsExactly("MatterLeftUnexamined", "MatterAdded");
    var left = file.matter(1);
    assertThat(left.status()).isEqualTo(MatterStatus.LEFT_UNEXAMINED);
    assertThat(left.manner()).isEqualTo(Manner.BEZ_ROZPOZNANIA);
    assertThat(left.deadlines()).noneMatch(Deadline::isRunning);
    assertThat(left.openSummons()).isEmpty();
    assertThat(file.notes()).last().extracting(CaseNote::kind).isEqualTo("LEFT_UNEXAMINED");
    var signal = file.matter(2);
    assertThat(signal.qualification()).isEqualTo(Qualification.SIGNAL);
    assertThat(signal.status()).isEqualTo(MatterStatus.IN_PROGRESS);
    assertThat(signal.running("PRELIM_ASSESSMENT").orElseThrow().dueOn())
        .as("14 days from the day it became a signal")
        .isEqualTo(LocalDate.of(2027, 3, 12));
    assertThat(file.lead()).isEqualTo(signal);
    assertThat(file.closedAt()).isNull();
  }

  @Test
  void a_promise_of_the_filing_that_still_runs_goes_on_with_its_own_day() {
    var file =
        aCase()
            .formal(Qualification.COMPLAINT_KPA)
            .qualified(Qualification.COMPLAINT_KPA, true)
            .build();
    var promised = file.running("PRELIM_ASSESSMENT").orElseThrow().dueOn();
    file.summon(1, Set.of(Missing.NAME), null, SomeCase.HANDLER, city("2027-02-16T10:00"));
    file.reporterReadSummons(LAW, city("2027-02-16T21:00"));
    left(file, "2027-02-24T09:00");
    assertThat(file.running("PRELIM_ASSESSMENT").orElseThrow().dueOn()).isEqualTo(promised);
    assertThat(file.running("PRELIM_ASSESSMENT").orElseThrow().matter().n()).isEqualTo(2);
  }

  @Test
  void a_signal_that_stands_beside_it_is_the_one_that_goes_on() {
    var file =
        complaint().withMatter(Qualification.SIGNAL, null, null, city("2027-02-16T09:00")).build();
    file.summon(1, Set.of(Missing.NAME), null, SomeCase.HANDLER, city("2027-02-16T10:00"));
    file.reporterReadSummons(LAW, city("2027-02-16T21:00"));
    assertThat(left(file, "2027-02-24T09:00")).hasSize(1);
    assertThat(file.matters()).hasSize(2);
  }

  @Test
  void what_waits_for_its_second_person_is_not_left() {
    var file = overdue();
    file.propose(
        1,
        Outcome.CONFIRMED,
        Manner.ZASADNA,
        SomeCase.words(),
        null,
        SomeCase.HANDLER,
        city("2027-02-26T09:00"));
    assertThatThrownBy(() -> left(file, "2027-02-26T10:00"))
        .hasMessageContaining("may-not-be-left");
    file.giveBack(SomeCase.words(), SomeCase.COORDINATOR, city("2027-02-26T11:00"));
    assertThat(left(file, "2027-02-26T12:00")).isNotEmpty();
  }

  @Test
  void with_the_signal_the_case_is_closed_and_retaliation_is_asked_about() {
    var file = overdue();
    left(file, "2027-02-26T09:00");
    var at = city("2027-03-10T09:00");
    file.propose(2, Outcome.INFO_GIVEN, null, SomeCase.words(), null, SomeCase.HANDLER, at);
    file.confirm(SomeCase.COORDINATOR, at);
    file.tell(at);
    file.close(LAW, at);
    assertThat(file.closedAt()).isEqualTo(at);
    assertThat(file.lead().n()).isEqualTo(2);
    assertThat(file.matter(2).running("RETALIATION_CHECK")).isPresent();
  }

  @Test
  void name_and_address_that_come_later_make_it_formal_again() {
    var file = overdue();
    left(file, "2027-02-26T09:00");
    file.makeFormal(
        Qualification.COMPLAINT_KPA, complaint().facts(), LAW, city("2027-03-02T09:00"));
    assertThat(file.matter(3).running("SETTLE_237").orElseThrow().dueOn())
        .isEqualTo(LocalDate.of(2027, 4, 2));
  }

  @Test
  void forwarding_withdrawing_and_requalifying_end_the_summons() {
    var withdrawn = overdue();
    withdrawn.withdraw(city("2027-02-19T09:00"));
    assertThat(withdrawn.summoned()).isEmpty();
    var requalified = overdue();
    requalified.qualify(
        1,
        Qualification.SIGNAL,
        null,
        Risk.NONE,
        Priority.NORMAL,
        Set.of(),
        null,
        SomeCase.words(),
        SomeCase.HANDLER,
        complaint().facts(),
        LAW,
        city("2027-02-19T09:00"));
    assertThat(requalified.summoned()).isEmpty();
    assertThat(requalified.running(Deadline.SUPPLEMENT)).isEmpty();
    assertThat(requalified.matter(1).status()).isEqualTo(MatterStatus.IN_PROGRESS);
  }

  @Test
  void the_first_letter_of_a_person_keeps_the_promise_to_write_back() {
    var file = aCase().build();
    file.message(false, LAW, city("2027-02-15T12:00"));
    assertThat(file.running("ACK_HUMAN")).isEmpty();
    assertThat(file.deadlines())
        .filteredOn(d -> d.clock().equals("ACK_HUMAN"))
        .allMatch(d -> d.state() == Deadline.State.MET);
    assertThat(file.running("TRIAGE")).as("reading it through is still to come").isPresent();
  }
}
