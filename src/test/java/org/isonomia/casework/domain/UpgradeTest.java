package org.isonomia.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isonomia.casework.domain.SomeCase.LAW;
import static org.isonomia.casework.domain.SomeCase.aCase;
import static org.isonomia.casework.domain.SomeCase.city;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.isonomia.casework.CaseEvent;
import org.isonomia.casework.Outcome;
import org.isonomia.casework.Qualification;
import org.isonomia.intake.ReportFacts;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

/** A reporter makes a signal formal, or takes the report back. */
class UpgradeTest {
  private static ReportFacts facts(Qualification asked, String filed) {
    return new ReportFacts(
        new CaseNumber("ET-2027-00001"),
        "en",
        "WEB",
        "VICTIM",
        "CONFIDENTIAL",
        asked.name(),
        true,
        "HOUSING",
        "PRIVATE_COMPANY",
        Set.of("RACE_SKIN", "NATIONALITY"),
        Set.of("DIRECT"),
        LocalDate.of(2027, 1, 25),
        false,
        Set.of(),
        city(filed));
  }

  private static CaseEvent upgraded(Case file, Qualification kind, Instant at) {
    file.reporterDisclosed("CONFIDENTIAL", true);
    return file.makeFormal(kind, facts(kind, "2027-01-29T10:00"), LAW, at);
  }

  @Test
  void a_request_made_of_a_signal_on_29_january_is_answered_until_monday_1_march() {
    var file = aCase().filedAt("2027-01-29T10:00").build();
    upgraded(file, Qualification.REQUEST_KPA, city("2027-01-29T18:00"));
    assertThat(file.matters()).hasSize(1);
    assertThat(file.lead().qualification()).isEqualTo(Qualification.REQUEST_KPA);
    assertThat(file.running("SETTLE_244").orElseThrow().dueOn())
        .isEqualTo(LocalDate.of(2027, 3, 1));
    assertThat(file.running("SETTLE_244").orElseThrow().movedBecause()).isEqualTo("SUNDAY");
    assertThat(file.running("FORWARD_243").orElseThrow().dueOn())
        .isEqualTo(LocalDate.of(2027, 2, 5));
    assertThat(file.identityMode()).isEqualTo("CONFIDENTIAL");
  }

  @Test
  void the_clocks_of_the_law_begin_on_the_day_of_the_upgrade_and_those_of_the_filing_stay() {
    var file = aCase().filedAt("2027-01-29T10:00").build();
    var triage = file.running("TRIAGE").orElseThrow().dueOn();
    upgraded(file, Qualification.COMPLAINT_KPA, city("2027-02-02T09:00"));
    assertThat(file.running("SETTLE_237").orElseThrow().dueOn())
        .isEqualTo(LocalDate.of(2027, 3, 2));
    assertThat(file.running("TRIAGE").orElseThrow().dueOn()).isEqualTo(triage);
  }

  @Test
  void after_the_triage_the_formal_matter_stands_beside_the_signal_that_goes_on() {
    var file = aCase().filedAt("2027-01-29T10:00").assessed().build();
    var event = upgraded(file, Qualification.PETITION, city("2027-03-10T09:00"));
    assertThat(event).isInstanceOf(CaseEvent.MatterAdded.class);
    assertThat(file.matters()).hasSize(2);
    assertThat(file.matter(1).qualification()).isEqualTo(Qualification.SIGNAL);
    assertThat(file.matter(1).status().isOpen()).isTrue();
    assertThat(file.matter(2).competent()).as("the office has not decided").isNull();
    assertThat(file.matter(2).running("PETITION").orElseThrow().dueOn())
        .isEqualTo(LocalDate.of(2027, 6, 10));
  }

  @Test
  void what_is_formal_already_or_over_is_not_made_formal_and_not_without_name_and_address() {
    var formal = aCase().formal(Qualification.COMPLAINT_KPA).assessed().build();
    assertThatThrownBy(() -> upgraded(formal, Qualification.REQUEST_KPA, city("2027-03-10T09:00")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("already-formal");
    var closed = aCase().closedAt(city("2027-03-10T09:00")).build();
    assertThatThrownBy(() -> upgraded(closed, Qualification.REQUEST_KPA, city("2027-03-11T09:00")))
        .hasMessageContaining("case-closed");
    var nameless = aCase().build();
    assertThatThrownBy(
            () ->
                nameless.makeFormal(
                    Qualification.REQUEST_KPA,
                    facts(Qualification.REQUEST_KPA, "2027-01-29T10:00"),
                    LAW,
                    city("2027-03-11T09:00")))
        .hasMessageContaining("formal-needs-name-and-address");
  }

  @Test
  void a_report_can_be_taken_back_at_every_stage_and_then_no_clock_runs() {
    var at = city("2027-03-11T09:00");
    for (var file :
        new Case[] {
          aCase().build(),
          aCase().acknowledged().build(),
          aCase().assessed().build(),
          aCase().proposed(Outcome.PRACTICE_CHANGED).build(),
          aCase()
              .formal(Qualification.COMPLAINT_KPA)
              .assessed()
              .withMatter(Qualification.SIGNAL, null, null, city("2027-03-01T09:00"))
              .build()
        }) {
      assertThat(file.withdraw(at)).last().isInstanceOf(CaseEvent.CaseClosed.class);
      assertThat(file.closedAt()).isEqualTo(at);
      assertThat(file.matters())
          .allMatch(m -> m.status() == MatterStatus.CLOSED && m.outcome() == Outcome.WITHDRAWN);
      assertThat(file.running()).as("nobody is asked about retaliation").isEmpty();
      assertThatThrownBy(() -> file.withdraw(at)).hasMessageContaining("case-closed");
    }
  }

  @Test
  void a_matter_that_was_closed_before_keeps_its_outcome() {
    var file =
        aCase()
            .assessed()
            .withMatter(Qualification.SIGNAL, null, null, city("2027-03-01T09:00"))
            .concluded(1, Outcome.APOLOGY_REMEDY, null, city("2027-03-05T09:00"))
            .build();
    file.withdraw(city("2027-03-11T09:00"));
    assertThat(file.matter(1).outcome()).isEqualTo(Outcome.APOLOGY_REMEDY);
    assertThat(file.matter(2).outcome()).isEqualTo(Outcome.WITHDRAWN);
  }
}
