package org.isonomia.referral.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.isonomia.page.TimeLeft;
import org.isonomia.privacy.Vaults;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.referral.domain.Consent;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.Referrals;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One referral is equally late in the worklist and on its own page. */
class DaysLateTest {
  private static final String NUMBER = "RF-2027-00001";
  private static final Instant SENT = Instant.parse("2027-03-09T09:00:00Z");
  private static final LocalDate DUE = LocalDate.of(2027, 3, 16);

  private static PartnerReferral hands() {
    var referral =
        new Referral(
            new ReferralNumber(NUMBER),
            new CaseNumber("ET-2027-00001"),
            7,
            "SUPPORT",
            "A-7F3",
            new Consent(Consent.Status.GIVEN, 7, Set.of("SUMMARY"), "uk", null, SENT),
            Map.of("SUMMARY", Vaults.ofEverything().seal(NUMBER, "shared.SUMMARY", "words")),
            42,
            SENT);
    referral.send(LocalDate.of(2027, 3, 9), DUE, SENT);
    var hands = new PartnerReferral();
    hands.referrals =
        new Referrals() {
          @Override
          public Referral get(ReferralNumber number) {
            return referral;
          }
        };
    return hands;
  }

  @ParameterizedTest(name = "seen on {0}")
  @CsvSource({
    "2027-03-16T09:00, 0",
    "2027-03-17T00:05, -1",
    "2027-03-25T09:00, -9",
    "2027-03-29T23:59, -13",
  })
  void the_worklist_and_the_page_count_the_same_days(String seen, long days) {
    var now = LocalDateTime.parse(seen).atZone(AppClock.CITY);
    var due = hands().plan(NUMBER, "decideOnSilence").due();
    assertThat(TimeLeft.of(now.toInstant(), due).days()).isEqualTo(days);
    assertThat(TimeLeft.of(now.toLocalDate(), DUE).days()).isEqualTo(days);
  }
}
