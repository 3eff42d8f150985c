package org.isonomia.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.isonomia.referral.process.PartnerReferral;
import org.isonomia.workflow.PathEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through the picture of a referral. */
class PartnerReferralPathTest {
  /** Two days to a reminder, five to the silence, thirty to a result, ten more to its silence. */
  public static class FakeHands extends PartnerReferral {
    final List<String> mails = new ArrayList<>();
    int waited;

    private static Date day(int days) {
      return Date.from(PathEngine.BEGIN.plus(Duration.ofDays(days)));
    }

    @Override
    public Plan plan(String number, String task) {
      return Plan.OPEN;
    }

    @Override
    public void sendInvitation(String number) {
      mails.add("invitation");
    }

    @Override
    public Date reminderDue(String number) {
      return day(2);
    }

    @Override
    public void remindPartner(String number) {
      mails.add("reminder");
    }

    @Override
    public Date answerOverdue(String number) {
      return day(5 + waited);
    }

    @Override
    public Date feedbackDue(String number) {
      return day(30);
    }

    @Override
    public void askForResult(String number) {
      mails.add("result");
    }

    @Override
    public Date resultOverdue(String number) {
      return day(40 + waited);
    }

    @Override
    public void sendNewLink(String number) {
      mails.add("new link");
    }
  }

  private static final String KEY = "RF-2027-00001";
  private final FakeHands hands = new FakeHands();
  private PathEngine path;

  @BeforeEach
  void deploy() {
    path = PathEngine.of("referral/partnerReferral", hands);
  }

  @AfterEach
  void take_away() {
    path.close();
  }

  private void sent() {
    path.start(KEY, Map.of("consentNeeded", false));
  }

  private void accepted() {
    sent();
    assertThat(path.tell("referral.ReferralAccepted")).isTrue();
  }

  private void at(int day) {
    path.moveTo(PathEngine.BEGIN.plus(Duration.ofDays(day)).plusSeconds(1));
  }

  @Test
  void without_a_question_of_consent_the_invitation_goes_out_at_once() {
    sent();
    assertThat(hands.mails).containsExactly("invitation");
    assertThat(path.waiting()).contains("reminderDue");
  }

  @Test
  void nothing_is_sent_before_the_reporter_agrees() {
    path.start(KEY, Map.of("consentNeeded", true));
    at(60);
    assertThat(hands.mails).isEmpty();
    assertThat(path.tell("referral.ConsentGiven")).isTrue();
    assertThat(hands.mails).startsWith("invitation");
  }

  @Test
  void a_reporter_who_does_not_agree_ends_it() {
    path.start(KEY, Map.of("consentNeeded", true));
    assertThat(path.tell("referral.ReferralFailed")).isTrue();
    assertThat(path.passed()).endsWith("endedUnsent");
    assertThat(path.ended()).isTrue();
    assertThat(hands.mails).isEmpty();
  }

  @Test
  void a_partner_that_declines_ends_it() {
    sent();
    assertThat(path.tell("referral.ReferralFailed")).isTrue();
    assertThat(path.passed()).endsWith("endedDeclined");
    assertThat(path.ended()).isTrue();
  }

  @Test
  void a_quiet_partner_is_reminded_and_then_a_person_decides() {
    sent();
    at(2);
    assertThat(hands.mails).containsExactly("invitation", "reminder");
    assertThat(path.tasks()).isEmpty();
    at(5);
    assertThat(path.tasks()).containsExactly("decideOnSilence");
  }

  @Test
  void waiting_on_asks_again_later() {
    sent();
    at(5);
    hands.waited = 3;
    path.complete("decideOnSilence", Map.of("waitOn", true));
    assertThat(path.tasks()).isEmpty();
    at(8);
    assertThat(path.tasks()).containsExactly("decideOnSilence");
  }

  @Test
  void waiting_no_more_ends_it_as_expired() {
    sent();
    at(5);
    path.complete("decideOnSilence", Map.of("waitOn", false));
    assertThat(path.passed()).endsWith("waitedInVain", "referralExpired");
    assertThat(path.ended()).isTrue();
  }

  @Test
  void a_late_yes_still_counts_while_a_person_decides() {
    sent();
    at(5);
    assertThat(path.tell("referral.ReferralAccepted")).isTrue();
    assertThat(path.tasks()).isEmpty();
    assertThat(path.waiting()).contains("feedbackDue");
  }

  @Test
  void a_result_ends_it_as_completed() {
    accepted();
    assertThat(path.tell("referral.ReferralCompleted")).isTrue();
    assertThat(path.passed()).endsWith("resultReported", "referralCompleted");
    assertThat(path.ended()).isTrue();
    assertThat(hands.mails).containsExactly("invitation");
  }

  @Test
  void a_partner_that_helps_is_asked_what_came_of_it() {
    accepted();
    at(30);
    assertThat(hands.mails).containsExactly("invitation", "result");
    assertThat(path.tell("referral.ReferralCompleted")).isTrue();
    assertThat(path.ended()).isTrue();
  }

  @Test
  void a_result_that_never_comes_is_decided_by_a_person() {
    accepted();
    at(40);
    assertThat(path.tasks()).containsExactly("decideOnMissingResult");
    hands.waited = 10;
    path.complete("decideOnMissingResult", Map.of("waitOn", true));
    at(49);
    assertThat(path.tasks()).isEmpty();
    at(50);
    path.complete("decideOnMissingResult", Map.of("waitOn", false));
    assertThat(path.passed()).endsWith("gaveUpOnResult", "referralInterrupted");
    assertThat(path.ended()).isTrue();
  }

  @Test
  void it_can_be_taken_back_wherever_it_stands() {
    List<Runnable> places =
        List.of(
            () -> path.start(KEY, Map.of("consentNeeded", true)),
            this::sent,
            () -> {
              sent();
              path.moveTo(path.now().plus(Duration.ofDays(6)));
              assertThat(path.tasks()).containsExactly("decideOnSilence");
            },
            this::accepted,
            () -> {
              accepted();
              path.moveTo(path.now().plus(Duration.ofDays(41)));
            });
    for (var place : places) {
      place.run();
      assertThat(path.tell("referral.ReferralRevoked")).isTrue();
      assertThat(path.passed()).endsWith("referralRevoked", "accessEnded");
      assertThat(path.ended()).isTrue();
      path.close();
      deploy();
    }
  }

  @Test
  void a_new_link_is_mailed_and_nothing_else_moves() {
    sent();
    assertThat(path.tell("referral.LinkRenewed")).isTrue();
    assertThat(path.tell("referral.LinkRenewed")).isTrue();
    assertThat(hands.mails).containsExactly("invitation", "new link", "new link");
    assertThat(path.waiting()).contains("reminderDue");
    assertThat(path.tell("referral.ReferralAccepted")).isTrue();
    assertThat(path.tell("referral.LinkRenewed")).isTrue();
    assertThat(path.waiting()).contains("feedbackDue");
  }

  @Test
  void an_answer_of_another_kind_is_not_waited_for() {
    sent();
    assertThat(path.tell("referral.ReferralCompleted")).isFalse();
    assertThat(path.tell("referral.ConsentGiven")).isFalse();
    accepted_now();
    assertThat(path.tell("referral.ReferralFailed")).isFalse();
  }

  private void accepted_now() {
    assertThat(path.tell("referral.ReferralAccepted")).isTrue();
    assertThat(path.now()).isBefore(Instant.parse("2027-03-02T00:00:00Z"));
  }
}
