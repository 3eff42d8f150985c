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

/** What a reporter may tell a partner of themselves. */
class TellNameTest {
  private static final CaseNumber CASE = new CaseNumber("ET-2027-00001");

  private final List<String> done = new ArrayList<>();

  private TellName act() {
    var act = new TellName();
    act.desk = instance(desk());
    return act;
  }

  private ConsentDesk desk() {
    return proxy(
        ConsentDesk.class,
        (name, arguments) -> {
          if (name.equals("of")) {
            return List.of(
                new ConsentDesk.Consent(
                    "RF-1",
                    "x",
                    "NGO",
                    "SUPPORT",
                    Map.of(),
                    "GIVEN",
                    LocalDate.of(2027, 3, 9),
                    null));
          }
          done.add(name + ":" + arguments[1] + (arguments.length > 2 ? ":" + arguments[2] : ""));
          return null;
        });
  }

  @SuppressWarnings("unchecked")
  private static Instance<ConsentDesk> instance(ConsentDesk desk) {
    return proxy(Instance.class, (name, arguments) -> name.equals("get") ? desk : true);
  }

  private interface Answer {
    Object to(String name, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
  }

  @Test
  void a_name_is_enough_and_has_no_space_around_it() {
    act().handle(new TellName.Command(CASE, "RF-1", "  Olena Fiałek ", " "));
    assertThat(done).containsExactly("tellName:RF-1:Olena Fiałek");
  }

  @Test
  void without_a_name_or_with_too_much_nothing_is_told() {
    refused("identity-incomplete", new TellName.Command(CASE, "RF-1", " ", "600 000 000"));
    refused("identity-incomplete", new TellName.Command(CASE, "RF-1", "x".repeat(201), null));
    refused("identity-incomplete", new TellName.Command(CASE, "RF-1", "x", "y".repeat(501)));
  }

  @Test
  void somebody_elses_consent_is_none() {
    refused("no-such-consent", new TellName.Command(CASE, "RF-2", "Olena", null));
    assertThatThrownBy(() -> act().takeBack(CASE, "RF-2")).isInstanceOf(Problem.class);
    assertThat(done).isEmpty();
  }

  private void refused(String code, TellName.Command command) {
    assertThatThrownBy(() -> act().handle(command))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
    assertThat(done).isEmpty();
  }

  @Test
  void a_command_prints_nothing_of_a_person() {
    assertThat(new TellName.Command(CASE, "RF-1", "Olena", "600").toString())
        .doesNotContain("Olena")
        .doesNotContain("600");
  }
}
