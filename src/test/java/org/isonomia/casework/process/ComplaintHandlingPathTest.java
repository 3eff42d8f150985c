package org.isonomia.casework.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.isonomia.workflow.PathEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through the picture of a case. */
class ComplaintHandlingPathTest {
  private static final String CASE = "ET-2027-00001";

  private PathEngine path;
  private FakeHands hands;

  /**
   * Dates without a case: reminded after two days, escalated after three, checked 30 and 90 days
   * after closing.
   */
  public class FakeHands extends ComplaintHandling {
    private Date closed;
    private int openMatters = 1;

    @Override
    public Plan plan(String number, String task) {
      return Plan.OPEN;
    }

    @Override
    public Date triageReminderDue(String number) {
      return Date.from(PathEngine.BEGIN.plus(Duration.ofDays(2)));
    }

    @Override
    public Date triageEscalationDue(String number) {
      return Date.from(PathEngine.BEGIN.plus(Duration.ofDays(3)));
    }

    @Override
    public void remindTriage(String number) {}

    @Override
    public void tellReporter(String number) {}

    @Override
    public boolean closeMatter(String number) {
      closed = Date.from(path.now());
      return --openMatters == 0;
    }

    @Override
    public Date firstCheckDue(String number) {
      return Date.from(closed.toInstant().plus(Duration.ofDays(30)));
    }

    @Override
    public Date secondCheckDue(String number) {
      return Date.from(closed.toInstant().plus(Duration.ofDays(90)));
    }
  }

  @BeforeEach
  void open() {
    hands = new FakeHands();
    path = PathEngine.of("casework/complaintHandling", hands);
    path.start(CASE);
  }

  @AfterEach
  void close() {
    path.close();
  }

  private void triaged() {
    path.complete("acknowledgeReport").complete("qualifyReport");
  }

  private void assessed(String choice) {
    path.complete("assessComplaint", Map.of("choice", choice));
  }

  private void outcome(boolean confirmed) {
    path.complete("proposeOutcome").complete("confirmOutcome", Map.of("confirmed", confirmed));
  }

  @Test
  void a_report_is_acknowledged_and_qualified_then_assessed() {
    assertThat(path.tasks()).containsExactly("acknowledgeReport");
    path.complete("acknowledgeReport");
    assertThat(path.tasks()).containsExactly("qualifyReport");
    path.complete("qualifyReport");
    assertThat(path.waiting()).containsExactly("assessComplaint");
  }

  @Test
  void the_triage_in_time_reminds_nobody() {
    triaged();
    assertThat(path.nextTimer()).isNull();
    path.moveBy(Duration.ofDays(10));
    assertThat(path.passed()).doesNotContain("remindTriage", "escalateTriage");
  }

  @Test
  void a_report_nobody_acknowledges_is_reminded_of_and_then_escalated() {
    path.moveBy(Duration.ofDays(2));
    assertThat(path.passed()).contains("remindTriage");
    assertThat(path.tasks()).containsExactly("acknowledgeReport");
    path.moveBy(Duration.ofDays(1));
    assertThat(path.tasks()).containsExactly("acknowledgeReport", "escalateTriage");
  }

  @Test
  void an_acknowledged_report_nobody_qualifies_is_escalated_too() {
    path.complete("acknowledgeReport").moveBy(Duration.ofDays(4));
    assertThat(path.tasks()).containsExactly("escalateTriage", "qualifyReport");
    path.complete("escalateTriage").complete("qualifyReport");
    assertThat(path.tasks()).containsExactly("assessComplaint");
  }

  @Test
  void informing_the_reporter_leads_to_an_outcome() {
    triaged();
    assessed("INFORM");
    path.complete("informReporter");
    assertThat(path.tasks()).containsExactly("proposeOutcome");
  }

  @Test
  void a_completed_referral_comes_back_to_the_case_handler() {
    triaged();
    assessed("REFER");
    path.complete("chooseInstitution");
    assertThat(path.tasks()).isEmpty();
    assertThat(path.tell("referral.ReferralCompleted")).isTrue();
    assertThat(path.tasks()).containsExactly("assessComplaint");
    assertThat(path.tell("referral.ReferralFailed")).isFalse();
  }

  @Test
  void a_failed_referral_comes_back_and_another_institution_may_be_asked() {
    triaged();
    assessed("REFER");
    path.complete("chooseInstitution");
    assertThat(path.tell("referral.ReferralFailed")).isTrue();
    assessed("REFER");
    path.complete("chooseInstitution");
    assertThat(path.tell("referral.ReferralCompleted")).isTrue();
    assertThat(path.tasks()).containsExactly("assessComplaint");
  }

  @Test
  void the_council_answers_and_the_case_goes_on() {
    triaged();
    assessed("COUNCIL");
    path.complete("writeBrief");
    assertThat(path.waiting()).containsExactly("councilDone");
    assertThat(path.tell("council.ItemClosed")).isTrue();
    assertThat(path.tasks()).containsExactly("assessComplaint");
  }

  @Test
  void what_was_forwarded_comes_back_to_be_assessed() {
    triaged();
    assessed("FORWARD");
    path.complete("forwardByCompetence");
    assertThat(path.tasks()).containsExactly("assessComplaint");
  }

  @Test
  void a_matter_that_is_closed_leaves_the_case_open_while_another_is_open() {
    hands.openMatters = 2;
    triaged();
    assessed("CONCLUDE");
    outcome(true);
    assertThat(path.tasks()).containsExactly("assessComplaint");
    assertThat(path.passed()).doesNotContain("firstCheckDue");
    assessed("CONCLUDE");
    outcome(true);
    assertThat(path.waiting()).containsExactly("firstCheckDue");
  }

  @Test
  void an_outcome_that_is_given_back_is_proposed_again() {
    triaged();
    assessed("CONCLUDE");
    outcome(false);
    assertThat(path.tasks()).containsExactly("proposeOutcome");
    assertThat(path.passed()).doesNotContain("tellReporter");
    outcome(true);
    assertThat(path.passed()).containsSubsequence("tellReporter", "closeMatter");
  }

  @Test
  void after_closing_somebody_checks_for_retaliation_twice_and_then_nothing_is_left() {
    triaged();
    assessed("CONCLUDE");
    outcome(true);
    assertThat(path.waiting()).containsExactly("firstCheckDue");
    path.moveBy(Duration.ofDays(29));
    assertThat(path.tasks()).isEmpty();
    path.moveBy(Duration.ofDays(1));
    assertThat(path.tasks()).containsExactly("checkRetaliation");
    path.complete("checkRetaliation").moveBy(Duration.ofDays(60));
    assertThat(path.tasks()).containsExactly("checkRetaliationAgain");
    path.complete("checkRetaliationAgain");
    assertThat(path.ended()).isTrue();
    assertThat(path.passed()).endsWith("caseDone");
  }

  @Test
  void routing_facts_are_all_that_the_engine_keeps() {
    triaged();
    assessed("CONCLUDE");
    outcome(false);
    assertThat(List.copyOf(path.facts().keySet())).containsExactlyInAnyOrder("choice", "confirmed");
    outcome(true);
    assertThat(List.copyOf(path.facts().keySet()))
        .containsExactlyInAnyOrder("choice", "confirmed", "allClosed");
  }
}
