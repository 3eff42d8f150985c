package org.isonomia.casework.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isonomia.referral.ReferralDesk;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.shared.CaseNumber;
import org.junit.jupiter.api.Test;

/** What a reporter does behind the receipt reaches the referral as the reporter's own act. */
class AskConsentTest {
  private static final CaseNumber CASE = new CaseNumber("ET-2027-00001");
  private static final ReferralNumber REFERRAL = new ReferralNumber("RF-2027-00001");

  private static ReferralDesk.Summary referral() {
    return new ReferralDesk.Summary(
        REFERRAL,
        CASE,
        7,
        "",
        "SUPPORT",
        "SENT",
        "GIVEN",
        null,
        "A-7F3",
        Map.of(),
        Instant.EPOCH,
        null,
        null,
        null,
        null,
        List.of(),
        null);
  }

  @Test
  void a_consent_taken_back_is_no_act_of_the_office() {
    var calls = new ArrayList<String>();
    var ask = new AskConsent();
    ask.referrals =
        (ReferralDesk)
            Proxy.newProxyInstance(
                ReferralDesk.class.getClassLoader(),
                new Class<?>[] {ReferralDesk.class},
                (proxy, method, arguments) -> {
                  calls.add(method.getName());
                  return method.getName().equals("of") ? List.of(referral()) : null;
                });
    ask.withdraw(CASE, REFERRAL.value());
    assertThat(calls).contains("withdrawConsent").doesNotContain("revoke");
  }
}
