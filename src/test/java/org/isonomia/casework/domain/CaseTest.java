package org.isonomia.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isonomia.casework.domain.SomeCase.COORDINATOR;
import static org.isonomia.casework.domain.SomeCase.HANDLER;
import static org.isonomia.casework.domain.SomeCase.LAW;
import static org.isonomia.casework.domain.SomeCase.aCase;
import static org.isonomia.casework.domain.SomeCase.city;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.isonomia.casework.CaseEvent;
import org.isonomia.casework.Manner;
import org.isonomia.casework.Outcome;
import org.isonomia.casework.Qualification;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

class CaseTest {
  private static final ForwardBar.Recipient CITY_COUNCIL =
      new ForwardBar.Recipient("RADA_MIASTA", "CITY", false);

  private static List<String> running(Case file) {
    return file.running().stream().map(Deadline::clock).toList();
  }

  private static LocalDate due(Case file, String clock) {
    return file.running(clock).orElseThrow().dueOn();
  }

  private static Deadline.State state(Case file, String clock) {
    return file.deadlines().stream()
        .filter(d -> d.clock().equals(clock))
        .reduce((first, last) -> last)
        .orElseThrow()
        .state();
  }

  private static void assertConflict(Runnable act, String code) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
              assertThat(problem.code()).isEqualTo(code);
            });
  }

  // danger told later

  @Test
  void danger_told_behind_the_receipt_raises_priority_and_risk_and_says_why() {
    var file = aCase().about("NATIONALITY", "HATE_CRIME").build();
    var clocks = file.deadlines().stream().map(d -> d.clock() + d.dueOn()).toList();
    var now = aCase().about("NATIONALITY", "HATE_CRIME").inDanger().facts();
    assertThat(file.isMoreUrgentNow(now)).isTrue();
    file.dangerTold(now, Sealed.ofBytes(new byte[] {0}), city("2027-02-16T09:00"));
    assertThat(file.priority()).isEqualTo(Priority.IMMEDIATE);
    assertThat(file.risk()).isEqualTo(Risk.IMMEDIATE);
    assertThat(file.notes()).extracting(CaseNote::kind).containsExactly(CaseNote.DANGER_TOLD);
    assertThat(file.notes().get(0).by()).as("no account wrote it").isNull();
    assertThat(file.deadlines().stream().map(d -> d.clock() + d.dueOn())).isEqualTo(clocks);
    assertThat(file.isMoreUrgentNow(now)).as("told twice, noted once").isFalse();
  }

  @Test
  void danger_that_is_over_lowers_nothing_by_itself() {
    var file = aCase().inDanger().build();
    file.reporterCorrected(aCase().facts());
    assertThat(file.isMoreUrgentNow(aCase().facts())).isFalse();
    assertThat(file.isMoreUrgentNow(aCase().silent().facts())).isFalse();
    assertThat(file.priority()).isEqualTo(Priority.IMMEDIATE);
    assertThat(file.risk()).isEqualTo(Risk.IMMEDIATE);
  }

  // opening

  @Test
  void martas_complaint_starts_its_four_clocks_and_the_assessment() {
    var file = aCase().formal(Qualification.COMPLAINT_KPA).in("CULTURE_SPORT", "CITY_UNIT").build();
    assertThat(due(file, "ACK_HUMAN")).isEqualTo("2027-02-18");
    assertThat(due(file, "TRIAGE")).isEqualTo("2027-02-18");
    assertThat(due(file, "FORWARD_231")).isEqualTo("2027-02-22");
    assertThat(due(file, "SETTLE_237")).isEqualTo("2027-03-15");
    assertThat(due(file, "PRELIM_ASSESSMENT")).isEqualTo("2027-03-01");
    assertThat(running(file)).hasSize(5);
  }

  @Test
  void oksanas_report_starts_the_camera_clock_and_is_of_high_priority() {
    var file =
        aCase()
            .filedAt("2027-03-06T22:15")
            .in("PUBLIC_TRANSPORT", "UNKNOWN_PERPETRATOR")
            .about("NATIONALITY", "HATE_CRIME")
            .build();
    assertThat(file.running("CCTV_PRESERVE").orElseThrow().dueAt())
        .isEqualTo(city("2027-03-07T22:15"));
    assertThat(due(file, "TRIAGE")).isEqualTo("2027-03-10");
    assertThat(due(file, "ACK_HUMAN")).isEqualTo("2027-03-10");
    assertThat(file.priority()).isEqualTo(Priority.HIGH);
    assertThat(file.risk()).isEqualTo(Risk.POSSIBLE);
  }

  @Test
  void adaezes_request_is_to_be_settled_on_1_march() {
    var file = aCase().filedAt("2027-01-29T12:00").formal(Qualification.REQUEST_KPA).build();
    assertThat(due(file, "SETTLE_244")).isEqualTo("2027-03-01");
    assertThat(due(file, "FORWARD_243")).isEqualTo("2027-02-05");
    assertThat(running(file)).doesNotContain("SETTLE_237", "FORWARD_231");
  }

  @Test
  void a_signal_has_no_statutory_clock() {
    assertThat(aCase().build().running()).noneMatch(Deadline::statutory);
  }

  @Test
  void a_petition_has_three_months() {
    assertThat(due(aCase().formal(Qualification.PETITION).build(), "PETITION"))
        .isEqualTo("2027-05-17");
  }

  @Test
  void who_says_nothing_of_danger_and_nobody_is_neither_in_danger_nor_refused() {
    var file = aCase().silent().build();
    assertThat(file.priority()).isEqualTo(Priority.NORMAL);
    assertThat(file.risk()).isEqualTo(Risk.NONE);
    assertThat(file.respondent()).isNull();
    assertThat(file.deadlines()).isNotEmpty();
  }

  @Test
  void somebody_in_danger_is_answered_by_the_end_of_the_same_day() {
    var file = aCase().inDanger().build();
    assertThat(due(file, "ACK_HUMAN")).isEqualTo("2027-02-15");
    assertThat(due(file, "TRIAGE")).isEqualTo("2027-02-15");
    assertThat(file.priority()).isEqualTo(Priority.IMMEDIATE);
  }

  @Test
  void a_formal_complaint_without_name_and_address_is_a_signal_and_nothing_is_lost() {
    var file = aCase().nameless(Qualification.COMPLAINT_KPA).build();
    assertThat(file.lead().qualification()).isEqualTo(Qualification.SIGNAL);
    assertThat(file.running()).noneMatch(Deadline::statutory);
  }

  @Test
  void cameras_are_asked_for_on_a_tram_of_the_city_and_not_in_a_flat() {
    assertThat(running(aCase().in("PUBLIC_TRANSPORT", "CITY_UNIT").build()))
        .contains("CCTV_PRESERVE");
    assertThat(running(aCase().in("HOUSING", "PRIVATE_PERSON").build()))
        .doesNotContain("CCTV_PRESERVE");
  }

  @Test
  void cameras_are_asked_for_in_public_transport_whoever_did_it() {
    assertThat(running(aCase().in("PUBLIC_TRANSPORT", "PRIVATE_PERSON").build()))
        .as("as the form promises to everybody on a tram")
        .contains("CCTV_PRESERVE");
  }

  @Test
  void that_a_recording_was_asked_for_can_be_said_where_no_clock_runs() {
    var file = aCase().in("PUBLIC_SPACE", "PRIVATE_PERSON").build();
    assertThat(running(file)).doesNotContain("CCTV_PRESERVE");
    assertThat(file.requestCctv(city("2027-03-07T10:00")).number()).isEqualTo(file.number());
  }

  // triage

  @Test
  void acknowledging_and_qualifying_meet_their_clocks() {
    var file = aCase().qualified(Qualification.SIGNAL, null).build();
    assertThat(state(file, "ACK_HUMAN")).isEqualTo(Deadline.State.MET);
    assertThat(state(file, "TRIAGE")).isEqualTo(Deadline.State.MET);
    assertThat(file.lead().status()).isEqualTo(MatterStatus.IN_PROGRESS);
  }

  @Test
  void acknowledging_after_the_day_has_passed_is_late_and_stays_late() {
    var file = aCase().build();
    file.acknowledge(city("2027-02-19T00:00").plusSeconds(1));
    assertThat(state(file, "ACK_HUMAN")).isEqualTo(Deadline.State.LATE);
  }

  @Test
  void the_last_second_of_the_day_is_in_time() {
    var file = aCase().build();
    file.acknowledge(city("2027-02-18T23:59:59"));
    assertThat(state(file, "ACK_HUMAN")).isEqualTo(Deadline.State.MET);
  }

  @Test
  void nobody_is_acknowledged_twice() {
    var file = aCase().acknowledged().build();
    assertConflict(() -> file.acknowledge(city("2027-02-16T10:00")), "not-at-this-stage");
  }

  @Test
  void a_formal_qualification_needs_name_and_address() {
    var it = aCase().acknowledged();
    assertThatThrownBy(
            () -> it.requalify(Qualification.COMPLAINT_KPA, true, city("2027-02-16T10:00")))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.INVALID));
  }

  @Test
  void a_competent_office_need_not_forward() {
    var file =
        aCase()
            .formal(Qualification.COMPLAINT_KPA)
            .qualified(Qualification.COMPLAINT_KPA, true)
            .build();
    assertThat(state(file, "FORWARD_231")).isEqualTo(Deadline.State.STOPPED);
    assertThat(running(file)).contains("SETTLE_237");
  }

  @Test
  void
      requalifying_stops_the_clocks_that_no_longer_fit_and_starts_those_that_do_from_the_receipt() {
    var it =
        aCase().formal(Qualification.COMPLAINT_KPA).qualified(Qualification.COMPLAINT_KPA, false);
    it.requalify(Qualification.REQUEST_KPA, false, city("2027-02-17T10:00"));
    var file = it.build();
    assertThat(state(file, "SETTLE_237")).isEqualTo(Deadline.State.STOPPED);
    assertThat(due(file, "SETTLE_244")).isEqualTo("2027-03-15");
    assertThat(file.lead().decisions()).hasSize(2);
    assertThat(file.deadlines().stream().filter(d -> d.clock().equals("TRIAGE"))).hasSize(1);
  }

  @Test
  void the_intake_desk_is_reminded_a_day_before_the_triage_is_late() {
    assertThat(aCase().build().running("TRIAGE").orElseThrow().remindAt())
        .isEqualTo(city("2027-02-18T00:00"));
  }

  @Test
  void a_reminder_never_comes_in_the_first_half_of_the_time() {
    var reminder = aCase().inDanger().filedAt("2027-02-15T21:00").build();
    assertThat(reminder.running("TRIAGE").orElseThrow().remindAt())
        .isEqualTo(city("2027-02-15T22:30"));
  }

  @Test
  void a_reminder_after_the_triage_is_done_does_nothing() {
    var file = aCase().qualified(Qualification.SIGNAL, null).build();
    assertThat(file.remindTriage(city("2027-02-18T00:00"))).isEmpty();
    assertThat(file.remindedAt()).isNull();
  }

  @Test
  void stepping_in_is_told_while_the_triage_is_open_and_not_after_it() {
    var late = aCase().acknowledged().build();
    assertThat(late.stepIn(city("2027-02-19T08:00"))).isPresent();
    assertThat(late.escalatedAt()).isEqualTo(city("2027-02-19T08:00"));
    var done = aCase().qualified(Qualification.SIGNAL, null).build();
    assertThat(done.stepIn(city("2027-02-19T08:00"))).isEmpty();
    assertThat(done.escalatedAt()).isNull();
  }

  // underway

  @Test
  void the_case_goes_on_when_its_referral_has_ended_and_not_for_another_one() {
    var file = aCase().assessed().build();
    file.awaitConsent("RF-2027-00001", city("2027-02-17T10:00"));
    assertThat(file.lead().status()).isEqualTo(MatterStatus.AWAITING_REPORTER);
    file.refer("RF-2027-00001", city("2027-02-18T10:00"));
    assertThat(file.lead().status()).isEqualTo(MatterStatus.REFERRED);
    assertThat(file.concludeReferral("RF-2027-00002", city("2027-02-19T10:00"))).isEmpty();
    assertThat(file.concludeReferral("RF-2027-00001", city("2027-02-19T10:00"))).isPresent();
    assertThat(file.lead().status()).isEqualTo(MatterStatus.IN_PROGRESS);
  }

  @Test
  void a_letter_does_not_answer_a_question_of_consent() {
    var file = aCase().assessed().build();
    file.awaitConsent("RF-2027-00001", city("2027-02-17T10:00"));
    assertThat(file.reporterWrote(city("2027-02-17T11:00"))).isEmpty();
    assertThat(file.lead().status()).isEqualTo(MatterStatus.AWAITING_REPORTER);
    assertThat(file.reporterWroteAt()).isNotNull();
  }

  @Test
  void a_question_waits_for_the_reporter_and_the_answer_ends_the_waiting() {
    var file = aCase().assessed().build();
    file.message(true, LAW, city("2027-02-17T10:00"));
    assertThat(file.lead().status()).isEqualTo(MatterStatus.AWAITING_REPORTER);
    assertThat(due(file, "REPORTER_SILENCE")).isEqualTo("2027-04-19");
    assertThat(file.reporterWrote(city("2027-02-20T10:00"))).isPresent();
    assertThat(file.lead().status()).isEqualTo(MatterStatus.IN_PROGRESS);
    assertThat(running(file)).doesNotContain("REPORTER_SILENCE");
  }

  @Test
  void a_second_question_gives_the_whole_time_again() {
    var file = aCase().assessed().build();
    file.message(true, LAW, city("2027-02-17T10:00"));
    file.message(true, LAW, city("2027-03-17T10:00"));
    assertThat(due(file, "REPORTER_SILENCE")).isEqualTo("2027-05-17");
    assertThat(running(file)).containsOnlyOnce("REPORTER_SILENCE");
    file.reporterWrote(city("2027-03-20T10:00"));
    assertThat(running(file)).doesNotContain("REPORTER_SILENCE");
  }

  @Test
  void a_second_question_leaves_no_older_clock_in_another_matter() {
    var it = aCase().assessed().withMatter(Qualification.SIGNAL, null, null, ON_18_FEBRUARY);
    var file = it.build();
    file.message(true, LAW, city("2027-02-19T10:00"));
    it.concluded(1, Outcome.INFO_GIVEN, null, city("2027-02-20T10:00"));
    file.message(true, LAW, city("2027-02-21T10:00"));
    assertThat(running(file)).containsOnlyOnce("REPORTER_SILENCE");
  }

  @Test
  void an_answer_is_heard_while_a_partner_has_the_case() {
    var file = aCase().assessed().build();
    file.message(true, LAW, city("2027-02-17T10:00"));
    file.refer("RF-2027-00001", city("2027-02-18T10:00"));
    assertThat(file.reporterWrote(city("2027-02-20T10:00"))).isPresent();
    assertThat(running(file)).doesNotContain("REPORTER_SILENCE");
    assertThat(file.lead().status()).isEqualTo(MatterStatus.REFERRED);
    assertThat(file.reporterWrote(city("2027-02-21T10:00"))).as("nothing was asked").isEmpty();
    file.concludeReferral("RF-2027-00001", city("2027-02-22T10:00"));
    assertThat(file.lead().status()).isEqualTo(MatterStatus.IN_PROGRESS);
  }

  @Test
  void an_answer_is_heard_while_the_council_has_the_case_and_after_it() {
    var before = aCase().assessed().build();
    before.message(true, LAW, city("2027-02-17T10:00"));
    before.proposeBrief("AI-1", city("2027-02-18T10:00"));
    assertThat(before.reporterWrote(city("2027-02-20T10:00"))).isPresent();
    assertThat(running(before)).doesNotContain("REPORTER_SILENCE");
    assertThat(before.lead().status()).isEqualTo(MatterStatus.COUNCIL);
    var after = aCase().assessed().build();
    after.message(true, LAW, city("2027-02-17T10:00"));
    after.proposeBrief("AI-1", city("2027-02-18T10:00"));
    after.hearCouncil("AI-1", city("2027-02-19T10:00"));
    assertThat(after.reporterWrote(city("2027-02-20T10:00"))).isPresent();
    assertThat(running(after)).doesNotContain("REPORTER_SILENCE");
  }

  @Test
  void a_letter_breaks_the_silence_also_while_consent_is_awaited() {
    var file = aCase().assessed().build();
    file.message(true, LAW, city("2027-02-17T10:00"));
    file.awaitConsent("RF-2027-00001", city("2027-02-18T10:00"));
    assertThat(file.reporterWrote(city("2027-02-20T10:00"))).isPresent();
    assertThat(running(file)).doesNotContain("REPORTER_SILENCE");
    assertThat(file.lead().status()).isEqualTo(MatterStatus.AWAITING_REPORTER);
  }

  @Test
  void only_something_formal_that_is_not_ours_is_forwarded() {
    var signal = aCase().qualified(Qualification.SIGNAL, false).build();
    var ours =
        aCase()
            .formal(Qualification.COMPLAINT_KPA)
            .qualified(Qualification.COMPLAINT_KPA, true)
            .build();
    for (var file : List.of(signal, ours)) {
      assertThat(file.offers(NextStep.FORWARD)).isFalse();
      assertThatThrownBy(() -> file.forward(1, CITY_COUNCIL, LAW, ON_18_FEBRUARY))
          .isInstanceOfSatisfying(
              Problem.class,
              p -> assertThat(p.errors().get(0).code()).endsWith("forwardNeedsFormal"));
      assertThat(file.lead().status()).isEqualTo(MatterStatus.IN_PROGRESS);
    }
  }

  @Test
  void a_complaint_never_goes_to_the_one_complained_of_nor_to_those_who_serve_under_them() {
    var unit = new ForwardBar.Recipient("MOPS", "CITY", false);
    for (var respondent : List.of("MAYOR", "UNIT_HEAD")) {
      var file = complaintAbout(respondent);
      assertForwardBarred(file, unit);
      file.forward(1, CITY_COUNCIL, LAW, ON_18_FEBRUARY);
    }
    var named = complaintAbout("CITY_UNIT");
    assertForwardBarred(named, new ForwardBar.Recipient("MOPS", "CITY", true));
    named.forward(1, unit, LAW, ON_18_FEBRUARY);
  }

  private static Case complaintAbout(String respondent) {
    return aCase()
        .formal(Qualification.COMPLAINT_KPA)
        .in("SOCIAL_ASSISTANCE", respondent)
        .qualified(Qualification.COMPLAINT_KPA, false)
        .build();
  }

  private static void assertForwardBarred(Case file, ForwardBar.Recipient to) {
    assertThatThrownBy(() -> file.forward(1, to, LAW, ON_18_FEBRUARY))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> assertThat(p.errors().get(0).code()).endsWith("forwardToRespondent"));
    assertThat(file.lead().status()).isEqualTo(MatterStatus.IN_PROGRESS);
  }

  @Test
  void correcting_a_forwarded_matter_starts_no_clock_again() {
    for (var kind :
        List.of(Qualification.COMPLAINT_KPA, Qualification.REQUEST_KPA, Qualification.PETITION)) {
      var it = aCase().formal(kind).in("CULTURE_SPORT", "CITY_UNIT").qualified(kind, false);
      var file = it.build();
      file.forward(1, CITY_COUNCIL, LAW, city("2027-02-18T12:00"));
      var before = running(file);
      it.requalify(kind, false, city("2027-02-19T10:00"));
      assertThat(running(file)).isEqualTo(before);
      for (var other : Qualification.values()) {
        it.requalify(other, false, city("2027-02-20T10:00"));
        assertThat(before).as(other.name()).containsAll(running(file));
      }
    }
  }

  @Test
  void the_office_may_write_after_closing_and_the_case_stays_closed() {
    var file = aCase().closedAt(city("2027-03-12T15:00")).build();
    assertThat(file.message(true, LAW, city("2027-04-12T10:00")))
        .isInstanceOf(CaseEvent.ReporterMessaged.class);
    assertThat(file.lead().status()).isEqualTo(MatterStatus.CLOSED);
    assertThat(file.closedAt()).isEqualTo(city("2027-03-12T15:00"));
    assertThat(running(file)).containsOnly("RETALIATION_CHECK");
    assertThat(file.reporterWrote(city("2027-04-13T10:00"))).isEmpty();
    assertThat(file.reporterWroteAt()).isNotNull();
  }

  @Test
  void forwarding_meets_its_clock_and_stops_settling_for_this_office() {
    var it =
        aCase().formal(Qualification.COMPLAINT_KPA).qualified(Qualification.COMPLAINT_KPA, false);
    it.build().forward(1, CITY_COUNCIL, LAW, city("2027-02-18T12:00"));
    assertThat(state(it.build(), "FORWARD_231")).isEqualTo(Deadline.State.MET);
    assertThat(state(it.build(), "SETTLE_237")).isEqualTo(Deadline.State.STOPPED);
    assertThat(it.build().lead().status()).isEqualTo(MatterStatus.TRANSFERRED_231);
  }

  @Test
  void a_new_date_is_named_before_the_old_one_passes_and_both_stay_readable() {
    var file = aCase().formal(Qualification.COMPLAINT_KPA).assessed().build();
    file.extend(
        1,
        "SETTLE_237",
        LocalDate.parse("2027-04-01"),
        SomeCase.words(),
        LAW,
        city("2027-03-15T23:59"));
    assertThat(due(file, "SETTLE_237")).isEqualTo("2027-04-01");
    assertThat(file.running("SETTLE_237").orElseThrow().extendedFrom()).isEqualTo("2027-03-15");
    assertThat(file.deadlines().stream().filter(d -> d.clock().equals("SETTLE_237")))
        .extracting(Deadline::state)
        .containsExactly(Deadline.State.MOVED, Deadline.State.RUNNING);
  }

  @Test
  void a_date_that_has_passed_cannot_be_moved_and_never_backwards() {
    var file = aCase().formal(Qualification.COMPLAINT_KPA).assessed().build();
    assertConflict(
        () ->
            file.extend(
                1,
                "SETTLE_237",
                LocalDate.parse("2027-04-01"),
                SomeCase.words(),
                LAW,
                city("2027-03-16T00:00")),
        "deadline-passed");
    assertThatThrownBy(
            () ->
                file.extend(
                    1,
                    "SETTLE_237",
                    LocalDate.parse("2027-03-15"),
                    SomeCase.words(),
                    LAW,
                    city("2027-03-10T00:00")))
        .isInstanceOf(Problem.class);
  }

  // several matters

  /** Story 1: a formal complaint that goes to the City Council, and a signal that goes on. */
  private static SomeCase martas() {
    return aCase()
        .formal(Qualification.COMPLAINT_KPA)
        .in("CULTURE_SPORT", "CITY_UNIT")
        .qualified(Qualification.COMPLAINT_KPA, false);
  }

  private static final Instant ON_18_FEBRUARY = city("2027-02-18T12:00");

  @Test
  void a_demand_for_accessibility_that_is_found_on_18_february_is_due_on_the_25th() {
    var file = martas().withMatter(Qualification.SIGNAL, null, "ACCESSIBILITY", ON_18_FEBRUARY);
    var second = file.build().matter(2);
    assertThat(second.running("ACCESSIBILITY").orElseThrow().dueOn()).isEqualTo("2027-02-25");
    assertThat(second.status()).isEqualTo(MatterStatus.IN_PROGRESS);
    assertThat(second.decisions()).hasSize(1);
  }

  @Test
  void a_further_matter_has_none_of_the_clocks_of_the_filing() {
    var file = martas().withMatter(Qualification.SIGNAL, null, "ACCESSIBILITY", ON_18_FEBRUARY);
    assertThat(file.build().matter(2).deadlines())
        .extracting(Deadline::clock)
        .containsExactly("ACCESSIBILITY");
  }

  @Test
  void the_topic_of_one_matter_starts_no_clock_of_another() {
    var it = martas().withMatter(Qualification.SIGNAL, null, "ACCESSIBILITY", ON_18_FEBRUARY);
    it.requalify(Qualification.COMPLAINT_KPA, false, ON_18_FEBRUARY);
    assertThat(it.build().matter(1).running("ACCESSIBILITY")).isEmpty();
    assertThat(it.build().topics()).containsExactly("ACCESSIBILITY");
  }

  @Test
  void a_further_complaint_is_settled_a_month_after_it_was_added() {
    var file =
        aCase()
            .formal(Qualification.REQUEST_KPA)
            .assessed()
            .withMatter(Qualification.COMPLAINT_KPA, false, null, ON_18_FEBRUARY)
            .build();
    assertThat(file.matter(2).running("FORWARD_231").orElseThrow().dueOn()).isEqualTo("2027-02-25");
    assertThat(file.matter(2).running("SETTLE_237").orElseThrow().dueOn()).isEqualTo("2027-03-18");
    assertThat(file.matter(1).running("SETTLE_237")).isEmpty();
  }

  @Test
  void a_further_formal_matter_needs_name_and_address_too() {
    var it = aCase().assessed();
    assertThatThrownBy(() -> it.withMatter(Qualification.COMPLAINT_KPA, true, null, ON_18_FEBRUARY))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.INVALID));
    assertThat(it.build().matters()).hasSize(1);
  }

  @Test
  void no_matter_is_added_before_the_triage_is_done_nor_after_closing() {
    var early = aCase().acknowledged();
    assertConflict(
        () -> early.withMatter(Qualification.SIGNAL, null, null, ON_18_FEBRUARY),
        "not-at-this-stage");
    var late = aCase().closedAt(city("2027-03-12T15:00"));
    assertConflict(
        () -> late.withMatter(Qualification.SIGNAL, null, null, city("2027-03-13T10:00")),
        "not-at-this-stage");
  }

  @Test
  void forwarding_one_matter_stops_its_settling_and_the_other_goes_on() {
    var file =
        martas().withMatter(Qualification.SIGNAL, null, "ACCESSIBILITY", ON_18_FEBRUARY).build();
    file.forward(1, CITY_COUNCIL, LAW, ON_18_FEBRUARY);
    assertThat(file.matter(1).status()).isEqualTo(MatterStatus.TRANSFERRED_231);
    assertThat(state(file, "FORWARD_231")).isEqualTo(Deadline.State.MET);
    assertThat(state(file, "SETTLE_237")).isEqualTo(Deadline.State.STOPPED);
    assertThat(file.matter(2).status()).isEqualTo(MatterStatus.IN_PROGRESS);
    assertThat(running(file)).contains("ACCESSIBILITY");
    assertThat(file.lead().n()).isEqualTo(2);
    assertThat(file.byActivity()).extracting(Matter::n).containsExactly(2, 1);
  }

  @Test
  void what_is_offered_is_what_some_matter_can_still_do() {
    var alone = martas().build();
    assertThat(alone.offers(NextStep.FORWARD)).isTrue();
    alone.forward(1, CITY_COUNCIL, LAW, ON_18_FEBRUARY);
    assertThat(Arrays.stream(NextStep.values()).filter(alone::offers))
        .containsExactly(NextStep.INFORM, NextStep.CONCLUDE);
    assertThatThrownBy(() -> alone.assess(NextStep.REFER, ON_18_FEBRUARY))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.INVALID));
    var both = martas().withMatter(Qualification.SIGNAL, null, null, ON_18_FEBRUARY).build();
    both.forward(1, CITY_COUNCIL, LAW, ON_18_FEBRUARY);
    assertThat(both.offers(NextStep.REFER)).isTrue();
    assertThat(both.offers(NextStep.FORWARD)).isFalse();
  }

  @Test
  void a_matter_is_closed_by_itself_and_the_case_with_the_last() {
    var it = martas().withMatter(Qualification.SIGNAL, null, "ACCESSIBILITY", ON_18_FEBRUARY);
    var file = it.build();
    file.forward(1, CITY_COUNCIL, LAW, ON_18_FEBRUARY);
    it.concluded(2, Outcome.PRACTICE_CHANGED, null, city("2027-02-24T10:00"));
    assertThat(file.matter(2).status()).isEqualTo(MatterStatus.CLOSED);
    assertThat(file.matter(2).outcome()).isEqualTo(Outcome.PRACTICE_CHANGED);
    assertThat(file.matter(1).status()).isEqualTo(MatterStatus.TRANSFERRED_231);
    assertThat(file.closedAt()).isNull();
    assertThat(file.running("RETALIATION_CHECK")).isEmpty();
    assertThat(state(file, "ACCESSIBILITY")).isEqualTo(Deadline.State.MET);
    it.concluded(1, Outcome.PRACTICE_CHANGED, Manner.ZASADNA, city("2027-03-12T15:00"));
    assertThat(file.closedAt()).isEqualTo(city("2027-03-12T15:00"));
    assertThat(file.matter(1).manner()).isEqualTo(Manner.ZASADNA);
    assertThat(due(file, "RETALIATION_CHECK")).isEqualTo("2027-04-12");
    assertThat(file.running()).hasSize(2);
  }

  @Test
  void a_new_date_is_named_for_the_clock_of_one_matter() {
    var file =
        martas().withMatter(Qualification.COMPLAINT_KPA, false, null, ON_18_FEBRUARY).build();
    file.extend(
        2, "SETTLE_237", LocalDate.parse("2027-04-01"), SomeCase.words(), LAW, ON_18_FEBRUARY);
    assertThat(file.matter(1).running("SETTLE_237").orElseThrow().dueOn()).isEqualTo("2027-03-15");
    assertThat(file.matter(2).running("SETTLE_237").orElseThrow().dueOn()).isEqualTo("2027-04-01");
  }

  // the end

  @Test
  void nobody_confirms_their_own_proposal() {
    var file = aCase().proposed(Outcome.INFO_GIVEN).build();
    assertConflict(() -> file.confirm(HANDLER, city("2027-02-20T10:00")), "second-person-needed");
    file.confirm(COORDINATOR, city("2027-02-20T10:00"));
  }

  @Test
  void an_outcome_is_decided_once() {
    var file = aCase().proposed(Outcome.INFO_GIVEN).build();
    file.giveBack(SomeCase.words(), COORDINATOR, city("2027-02-20T10:00"));
    assertConflict(
        () -> file.confirm(COORDINATOR, city("2027-02-20T11:00")), "no-outcome-proposed");
  }

  @Test
  void a_case_without_a_confirmed_outcome_is_not_closed() {
    var file = aCase().proposed(Outcome.INFO_GIVEN).build();
    assertConflict(() -> file.close(LAW, city("2027-02-20T11:00")), "outcome-not-confirmed");
  }

  @Test
  void closing_meets_the_settling_clock_and_starts_the_checks_after_30_and_90_days() {
    var file =
        aCase().formal(Qualification.COMPLAINT_KPA).closedAt(city("2027-03-12T15:00")).build();
    assertThat(state(file, "SETTLE_237")).isEqualTo(Deadline.State.MET);
    assertThat(file.running())
        .extracting(Deadline::dueOn)
        .containsExactly(LocalDate.parse("2027-04-12"), LocalDate.parse("2027-06-10"));
    assertThat(file.lead().outcome()).isEqualTo(Outcome.PRACTICE_CHANGED);
    assertThat(file.lead().manner()).isEqualTo(Manner.ZASADNA);
    assertThat(file.lead().status().phase()).isEqualTo(4);
  }

  @Test
  void the_first_check_does_not_meet_the_second() {
    var file = aCase().closedAt(city("2027-03-12T15:00")).build();
    assertThat(file.checkRetaliation(city("2027-04-12T10:00")).days()).isEqualTo(30);
    assertThat(file.running()).extracting(Deadline::nth).containsExactly(2);
    assertThat(file.checkRetaliation(city("2027-06-10T10:00")).days()).isEqualTo(90);
    assertThat(file.running()).isEmpty();
  }

  @Test
  void a_closed_case_is_neither_referred_nor_assessed() {
    var file = aCase().closedAt(city("2027-03-12T15:00")).build();
    assertConflict(
        () -> file.assess(NextStep.REFER, city("2027-03-13T10:00")), "not-at-this-stage");
    assertConflict(
        () -> file.refer("RF-2027-00001", city("2027-03-13T10:00")), "not-at-this-stage");
  }
}
