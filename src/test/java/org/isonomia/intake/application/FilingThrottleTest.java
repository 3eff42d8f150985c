package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Role;
import org.isonomia.intake.domain.Said;
import org.isonomia.intake.persistence.GivenAnswers;
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

  /** As far as to the answer, or to the refusal. */
  private void askAgain(boolean answered) {
    var once = new FileReportOnce();
    once.fileReport =
        new FileReport() {
          @Override
          void requireGood(Said said) {
            // it is
          }

          @Override
          void requireNoFlood() {
            file.requireNoFlood();
          }
        };
    once.key =
        new HouseKey() {
          @Override
          String hash(String purpose, String value) {
            return purpose;
          }
        };
    once.answers =
        new GivenAnswers() {
          @Override
          public boolean isThere(String keyHash, Instant living) {
            return answered;
          }
        };
    once.handle(
        new FileReportOnce.Command(
            new FileReport.Command(null, null, "1", List.of()), "key", "body", "secret"));
  }

  @Test
  void whoever_asks_again_for_an_answer_that_was_given_does_not_wait() {
    assertThatThrownBy(() -> askAgain(false)).isInstanceOf(Problem.class);
    // it goes on to the answer, for which there is nothing here
    assertThatThrownBy(() -> askAgain(true)).isInstanceOf(NullPointerException.class);
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
