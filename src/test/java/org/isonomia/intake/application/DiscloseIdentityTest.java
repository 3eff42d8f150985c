package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isonomia.intake.CaseStanding;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

/** Who may still say who they are, also one who writes the request by hand. */
class DiscloseIdentityTest {
  @Test
  @SuppressWarnings("unchecked")
  void nobody_says_who_they_are_to_a_case_that_is_over() {
    var over =
        new CaseStanding() {
          @Override
          public Standing of(CaseNumber number) {
            throw new IllegalStateException("opens nothing");
          }

          @Override
          public List<Summons> summonses(CaseNumber number) {
            return List.of();
          }

          @Override
          public Optional<Kept> kept(CaseNumber number) {
            return Optional.empty();
          }

          @Override
          public boolean isNewsOver(CaseNumber number) {
            return true;
          }

          @Override
          public boolean isOver(CaseNumber number) {
            return true;
          }
        };
    var act = new DiscloseIdentity();
    act.standing =
        (Instance<CaseStanding>)
            Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> method.getName().equals("get") ? over : true);
    var command =
        new DiscloseIdentity.Command(
            new CaseNumber("ET-2027-00001"), "pl", "NAMED", Map.of("name", "Anna"));
    assertThat(catchThrowableOfType(Problem.class, () -> act.handle(command)).code())
        .isEqualTo("case-closed");
  }
}
