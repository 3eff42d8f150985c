package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Role;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

/** Whom a flood of reports keeps waiting. */
class FilingThrottleTest {
  private final FileReport file = new FileReport();

  FilingThrottleTest() {
    file.throttle =
        new FilingThrottle() {
          @Override
          void pass() {
            throw Problem.tooMany("too-many-reports");
          }
        };
  }

  @Test
  void residents_wait_and_the_desk_does_not() {
    assertThatThrownBy(file::requireNoFlood).isInstanceOf(Problem.class);
    var desk = new Actor(1, "someone", Set.of(Role.INTAKE_OFFICER), null, "pl");
    assertThatCode(
            () ->
                desk.run(
                    () -> {
                      file.requireNoFlood();
                      return null;
                    }))
        .doesNotThrowAnyException();
  }
}
