package org.isonomia.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.isonomia.privacy.Sealed;
import org.isonomia.privacy.Vault;
import org.isonomia.privacy.Vaults;
import org.isonomia.referral.ReferralEvent.ReferralCompleted;
import org.isonomia.referral.ReferralEvent.ReferralFailed;
import org.isonomia.referral.ReferralEvent.ReferralRevoked;
import org.isonomia.referral.domain.Consent;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.ReferralStatus;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

class ReferralTest {
  private static final Instant NOW = Instant.parse("2027-03-09T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 9);
  private static final long PARTNER_A = 7;
  private static final String NUMBER = "RF-2027-00001";
  private static final Vault VAULT = Vaults.ofEverything();

  private String type = "SUPPORT";
  private Consent.Status consent = Consent.Status.GIVEN;
  private long recipient = PARTNER_A;
  private Set<String> allowed = Set.of("SUMMARY", "LANGUAGE");

  private Referral a_referral() {
    var shared = new LinkedHashMap<String, Sealed>();
    shared.put("SUMMARY", VAULT.seal(NUMBER, "shared.SUMMARY", "words"));
    shared.put("LANGUAGE", VAULT.seal(NUMBER, "shared.LANGUAGE", "uk"));
    var basis =
        consent == Consent.Status.NOT_REQUIRED_LAW
            ? VAULT.seal(NUMBER, "legalBasis", "KPK 304")
            : null;
    return new Referral(
        new ReferralNumber(NUMBER),
        new CaseNumber("ET-2027-00001"),
        PARTNER_A,
        type,
        "A-7F3",
        new Consent(consent, recipient, allowed, "uk", basis, NOW),
        shared,
        42,
        NOW);
  }

  private Referral a_sent_referral() {
    var referral = a_referral();
    referral.send(TODAY, LocalDate.of(2027, 3, 16), NOW);
    return referral;
  }

  private Referral an_accepted_referral() {
    var referral = a_sent_referral();
    referral.accept(LocalDate.of(2027, 4, 12), NOW);
    return referral;
  }

  @Test
  void it_is_sent_only_under_a_consent_that_covers_recipient_and_categories() {
    a_referral().send(TODAY, TODAY, NOW);
    recipient = 8;
    refused("referral-without-consent", () -> a_referral().send(TODAY, TODAY, NOW));
    recipient = PARTNER_A;
    allowed = Set.of("SUMMARY");
    refused("referral-without-consent", () -> a_referral().send(TODAY, TODAY, NOW));
  }

  @Test
  void a_consent_that_was_not_given_covers_nothing() {
    for (var status :
        List.of(
            Consent.Status.PENDING,
            Consent.Status.REFUSED,
            Consent.Status.WITHDRAWN,
            Consent.Status.EXPIRED)) {
      consent = status;
      refused("referral-without-consent", () -> a_referral().send(TODAY, TODAY, NOW));
    }
  }

  @Test
  void where_the_law_orders_it_the_basis_stands_in_place_of_consent() {
    consent = Consent.Status.NOT_REQUIRED_LAW;
    assertThat(a_sent_referral().status()).isEqualTo(ReferralStatus.SENT);
    assertThatThrownBy(
            () -> new Consent(Consent.Status.NOT_REQUIRED_LAW, 7, allowed, "pl", null, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_notice_of_a_crime_is_no_ordinary_referral() {
    type = "CRIME_NOTICE";
    refused("crime-notice-by-lawyer", this::a_referral);
  }

  @Test
  void where_the_law_orders_it_no_reporter_takes_it_back() {
    consent = Consent.Status.NOT_REQUIRED_LAW;
    var referral = a_sent_referral();
    refused("consent-ordered-by-law", () -> referral.revoke(true, NOW));
    assertThat(referral.status()).isEqualTo(ReferralStatus.SENT);
    referral.revoke(false, NOW);
    assertThat(referral.consent().status()).isEqualTo(Consent.Status.NOT_REQUIRED_LAW);
  }

  @Test
  void the_reporter_is_asked_then_answers_once() {
    consent = Consent.Status.PENDING;
    var referral = a_referral();
    refused("consent-not-asked", () -> referral.giveConsent(NOW));
    referral.askConsent(NOW);
    referral.giveConsent(NOW);
    referral.send(TODAY, TODAY, NOW);
    assertThat(referral.consent().status()).isEqualTo(Consent.Status.GIVEN);
    refused("consent-not-asked", () -> referral.giveConsent(NOW));
    refused("consent-not-asked", () -> referral.refuseConsent(NOW));
  }

  @Test
  void a_no_of_the_reporter_ends_it_before_anything_is_shared() {
    consent = Consent.Status.PENDING;
    var referral = a_referral();
    referral.askConsent(NOW);
    assertThat(referral.refuseConsent(NOW)).isEqualTo(failed("REVOKED", "CONSENT_REFUSED"));
    assertThat(referral.sentOn()).isNull();
    assertThat(referral.status().isReadByPartner()).isFalse();
  }

  @Test
  void the_first_opening_is_noted_and_no_later_one() {
    var referral = a_sent_referral();
    referral.open(NOW);
    referral.open(NOW.plusSeconds(60));
    assertThat(referral.steps())
        .extracting(step -> step.status().name())
        .containsExactly("DRAFT", "SENT", "DELIVERED");
  }

  @Test
  void a_partner_answers_once() {
    var accepted = an_accepted_referral();
    refused("referral-answered", () -> accepted.accept(TODAY, NOW));
    refused("referral-answered", () -> accepted.decline("NO_CAPACITY", null, NOW));
    var declined = a_sent_referral();
    assertThat(declined.decline("NO_CAPACITY", null, NOW))
        .isEqualTo(failed("DECLINED", "NO_CAPACITY"));
    refused("referral-answered", () -> declined.accept(TODAY, NOW));
    refused("referral-not-accepted", () -> declined.report("HELP_GIVEN", null, NOW));
  }

  @Test
  void a_result_completes_it_and_a_result_of_nothing_interrupts_it() {
    var helped = an_accepted_referral();
    helped.begin(NOW);
    assertThat(helped.report("HELP_GIVEN", null, NOW)).isInstanceOf(ReferralCompleted.class);
    assertThat(helped.status()).isEqualTo(ReferralStatus.COMPLETED);
    var lost = an_accepted_referral();
    lost.report("NO_CONTACT", null, NOW);
    assertThat(lost.status()).isEqualTo(ReferralStatus.INTERRUPTED);
    refused("referral-unknown-code", () -> an_accepted_referral().report("GUILTY", null, NOW));
  }

  @Test
  void asking_for_a_result_twice_asks_once() {
    var referral = an_accepted_referral();
    referral.askForResult(LocalDate.of(2027, 4, 26), NOW);
    referral.askForResult(LocalDate.of(2027, 5, 26), NOW);
    assertThat(referral.answerDue()).isEqualTo(LocalDate.of(2027, 4, 26));
    assertThat(referral.status()).isEqualTo(ReferralStatus.FEEDBACK_DUE);
  }

  @Test
  void taking_it_back_ends_consent_link_and_access_and_tells_the_case() {
    var referral = an_accepted_referral();
    referral.issueLink(1, link("hash", VAULT.seal(NUMBER, "pin", "123456")), NOW);
    assertThat(referral.revoke(true, NOW))
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(ReferralRevoked.class),
            then -> assertThat(then).isEqualTo(failed("REVOKED", "CONSENT_WITHDRAWN")));
    assertThat(referral.consent().status()).isEqualTo(Consent.Status.WITHDRAWN);
    // the link is still known, to say what became of it
    assertThat(referral.linkHash()).isEqualTo("hash");
    assertThat(referral.pin()).isNull();
    assertThat(referral.linkVerifier()).as("no PIN is right any more").isNull();
    assertThat(referral.status().isReadByPartner()).isFalse();
    refused("referral-closed", () -> referral.revoke(true, NOW));
    refused("referral-closed", () -> referral.issueLink(2, link("x", null), NOW));
  }

  private static Referral.Link link(String hash, Sealed pin) {
    return new Referral.Link(hash, "00", null, pin);
  }

  @Test
  void a_new_link_follows_the_one_before() {
    var referral = a_sent_referral();
    referral.issueLink(1, link("one", null), NOW);
    refused("referral-changed", () -> referral.issueLink(1, link("again", null), NOW));
    referral.linkMailed(LocalDate.of(2027, 3, 9));
    referral.issueLink(2, link("two", null), NOW);
    assertThat(referral.linkMailedOn()).as("the new one waits for its mail").isNull();
    assertThat(referral.linkHash()).isEqualTo("two");
  }

  @Test
  void whatever_is_open_can_be_revoked_and_nothing_else() {
    for (var status : ReferralStatus.values()) {
      assertThat(status.mayBecome(ReferralStatus.REVOKED))
          .as(status.name())
          .isEqualTo(status.isOpen());
    }
  }

  @Test
  void nothing_leads_back_to_a_draft_and_every_status_is_reachable() {
    for (var status : ReferralStatus.values()) {
      assertThat(status.mayBecome(ReferralStatus.DRAFT)).isFalse();
      var reachable =
          Arrays.stream(ReferralStatus.values()).anyMatch(before -> before.mayBecome(status));
      assertThat(reachable || status == ReferralStatus.DRAFT).as(status.name()).isTrue();
    }
  }

  private static ReferralFailed failed(String status, String reason) {
    return new ReferralFailed(
        new CaseNumber("ET-2027-00001"), new ReferralNumber(NUMBER), status, reason, NOW);
  }

  private static void refused(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }
}
