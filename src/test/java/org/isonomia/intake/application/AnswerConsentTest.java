package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isonomia.intake.ConsentDesk;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

/** What a reporter may answer, also one who writes the request by hand. */
class AnswerConsentTest {
  private static final CaseNumber CASE = new CaseNumber("ET-2027-00001");

  private final List<String> done = new ArrayList<>();
  private String status = "GIVEN";

  private final ConsentDesk desk =
      new ConsentDesk() {
        @Override
        public List<Consent> of(CaseNumber number) {
          return List.of(
              new Consent(
                  "RF-1",
                  "x",
                  "NGO",
                  "SUPPORT",
                  Map.of("SUMMARY", "words"),
                  status,
                  LocalDate.of(2027, 3, 9),
                  null));
        }

        @Override
        public void answer(CaseNumber number, String consentId, boolean yes) {
          done.add(yes ? "yes" : "no");
        }

        @Override
        public void withdraw(CaseNumber number, String consentId) {
          done.add("withdraw");
        }

        @Override
        public void tellName(CaseNumber number, String consentId, String name, String contact) {
          done.add("tell");
        }

        @Override
        public void takeNameBack(CaseNumber number, String consentId) {
          done.add("take back");
        }
      };

  @SuppressWarnings("unchecked")
  private void answer(String id, AnswerConsent.Answer answer) {
    var act = new AnswerConsent();
    act.desk =
        (Instance<ConsentDesk>)
            Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> method.getName().equals("get") ? desk : true);
    act.handle(new AnswerConsent.Command(CASE, id, answer));
  }

  @Test
  void a_consent_that_was_given_is_taken_back() {
    answer("RF-1", AnswerConsent.Answer.WITHDRAW);
    assertThat(done).containsExactly("withdraw");
  }

  @Test
  void what_the_law_orders_is_no_question_whatever_is_answered() {
    status = "NOT_REQUIRED_LAW";
    for (var word : AnswerConsent.Answer.values()) {
      refused(Problem.Kind.CONFLICT, "consent-ordered-by-law", () -> answer("RF-1", word));
    }
    assertThat(done).isEmpty();
  }

  @Test
  void a_question_of_another_case_does_not_exist() {
    refused(
        Problem.Kind.NOT_FOUND,
        "no-such-consent",
        () -> answer("RF-2", AnswerConsent.Answer.WITHDRAW));
  }

  private static void refused(Problem.Kind kind, String code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Problem.class,
            p -> {
              assertThat(p.kind()).isEqualTo(kind);
              assertThat(p.code()).isEqualTo(code);
            });
  }
}
