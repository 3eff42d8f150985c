package org.isonomia.referral.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.privacy.Vault;
import org.isonomia.privacy.Vaults;
import org.isonomia.referral.CaseDoor;
import org.isonomia.referral.ReferralEvent.ReferralFailed;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.referral.domain.Consent;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.ReferralStatus;
import org.isonomia.referral.domain.Referrals;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who took a referral back: the reporter, whose consent then ends, or the office. */
class StaffDeskTest {
  private static final Instant NOW = Instant.parse("2027-03-09T09:00:00Z");
  private static final CaseNumber CASE = new CaseNumber("ET-2027-00001");
  private static final ReferralNumber NUMBER = new ReferralNumber("RF-2027-00001");

  private final Vault vault = Vaults.ofEverything();
  private final List<String> ledger = new ArrayList<>();
  private final List<Object> fired = new ArrayList<>();
  private final List<String> locked = new ArrayList<>();
  private final StaffDesk desk = new StaffDesk();
  private Referral referral;

  /** As if in memory. */
  private final class StoredReferrals extends Referrals {
    @Override
    public Referral lock(ReferralNumber number) {
      locked.add("referral");
      return referral;
    }
  }

  @BeforeEach
  void a_desk() {
    desk.referrals = new StoredReferrals();
    desk.cases =
        Stand.in(
            CaseDoor.class,
            (asked, arguments) -> {
              locked.add(asked.equals("hold") ? "case" : asked);
              return null;
            });
    desk.clock = new AppClock();
    desk.ledger = (kind, subject) -> ledger.add(kind + " " + subject);
    desk.events = Stand.events(fired);
    desk.workflow = Stand.noting(Workflow.class, new ArrayList<>());
  }

  private void sent(Consent.Status status) {
    var basis =
        status == Consent.Status.NOT_REQUIRED_LAW
            ? vault.seal(NUMBER.value(), "legalBasis", "art. 304 § 2 KPK")
            : null;
    referral =
        new Referral(
            NUMBER,
            CASE,
            7,
            "SUPPORT",
            "A-7F3",
            new Consent(status, 7, Set.of("SUMMARY"), "uk", basis, NOW),
            Map.of("SUMMARY", vault.seal(NUMBER.value(), "shared.SUMMARY", "words")),
            1,
            NOW);
    referral.send(LocalDate.of(2027, 3, 9), LocalDate.of(2027, 3, 16), NOW);
  }

  private void asTheHouse(Runnable act) {
    Actor.HOUSE.run(
        () -> {
          act.run();
          return null;
        });
  }

  private List<String> reasons() {
    return fired.stream()
        .filter(ReferralFailed.class::isInstance)
        .map(event -> ((ReferralFailed) event).reason())
        .toList();
  }

  @Test
  void behind_the_receipt_the_house_acts_and_still_it_is_the_reporter_who_withdraws() {
    sent(Consent.Status.GIVEN);
    asTheHouse(() -> desk.withdrawConsent(CASE, NUMBER));
    assertThat(referral.consent().status()).isEqualTo(Consent.Status.WITHDRAWN);
    assertThat(referral.status()).isEqualTo(ReferralStatus.REVOKED);
    assertThat(reasons()).containsExactly("CONSENT_WITHDRAWN");
    assertThat(locked).as("one order for everybody").containsExactly("case", "referral");
    assertThat(ledger).as("a backup must not give it again").isNotEmpty();
  }

  @Test
  void what_the_office_withdraws_leaves_the_consent_as_it_was() {
    sent(Consent.Status.GIVEN);
    asTheHouse(() -> desk.revoke(CASE, NUMBER));
    assertThat(referral.consent().status()).isEqualTo(Consent.Status.GIVEN);
    assertThat(reasons()).containsExactly("WITHDRAWN_BY_OFFICE");
  }

  @Test
  void what_the_law_orders_no_reporter_takes_back_and_the_office_may() {
    sent(Consent.Status.NOT_REQUIRED_LAW);
    assertThatThrownBy(() -> asTheHouse(() -> desk.withdrawConsent(CASE, NUMBER)))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> {
              assertThat(p.code()).isEqualTo("consent-ordered-by-law");
              assertThat(p.kind()).isEqualTo(Problem.Kind.CONFLICT);
            });
    assertThat(referral.status()).isEqualTo(ReferralStatus.SENT);
    assertThat(fired).isEmpty();
    asTheHouse(() -> desk.revoke(CASE, NUMBER));
    assertThat(referral.status()).isEqualTo(ReferralStatus.REVOKED);
  }
}
