package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.isonomia.access.Actor;
import org.isonomia.access.Role;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.domain.Said;
import org.isonomia.intake.persistence.GivenAnswers;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

/** Whom a flood of reports keeps waiting. */
class FilingThrottleTest {
  private static final Said SOMETHING =
      new Said(
          "pl",
          "WEB",
          null,
          Said.Identity.ANONYMOUS,
          "SIGNAL",
          "Słowa",
          new Said.Incident(null, null, null, "OTHER"),
          Set.of("UNKNOWN"),
          Set.of(),
          new Said.Respondent(null, null),
          Set.of(),
          null,
          Set.of(),
          null,
          null);

  private static final FileReport.Command REPORT =
      new FileReport.Command(SOMETHING, null, "1", List.of());

  /** The work that costs much was begun. */
  private static final class Reached extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

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
    once.receiptKeys =
        new ReceiptKeys() {
          @Override
          Derived ofNew(Receipt receipt) {
            throw new Reached();
          }
        };
    once.handle(
        new FileReportOnce.Command(
            new FileReport.Command(null, null, "1", List.of()), "key", "body", "secret"));
  }

  @Test
  void whoever_asks_again_for_an_answer_that_was_given_does_not_wait() {
    assertThatThrownBy(() -> askAgain(false)).isInstanceOf(Problem.class);
    // it goes on to the answer; how that is opened is asked elsewhere
    assertThatThrownBy(() -> askAgain(true)).isInstanceOf(Reached.class);
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

  @Test
  void as_many_pass_as_the_setting_says_and_the_next_is_asked_to_press_again() {
    var throttle = new FilingThrottle();
    throttle.most = 3;
    throttle.fill();
    for (var i = 0; i < 3; i++) {
      assertThatCode(throttle::pass).doesNotThrowAnyException();
    }
    var refused = catchThrowableOfType(Problem.class, throttle::pass);
    assertThat(refused.kind()).isEqualTo(Problem.Kind.TOO_MANY);
    assertThat(refused.code()).isEqualTo("too-many-reports");
  }

  @Test
  void what_is_wrong_with_a_report_is_said_before_it_is_counted() {
    var counted = new AtomicInteger();
    var act =
        new FileReport() {
          @Override
          void requireGood(Said said) {
            throw Problem.invalid("report-incomplete");
          }

          @Override
          void requireNoFlood() {
            counted.incrementAndGet();
          }
        };
    var refused = catchThrowableOfType(Problem.class, () -> act.handle(REPORT));
    assertThat(refused.code()).isEqualTo("report-incomplete");
    assertThat(counted).hasValue(0);
  }

  @Test
  void who_is_asked_to_wait_takes_no_number_and_leaves_nothing() {
    var numbers = new AtomicInteger();
    var act =
        new FileReport() {
          @Override
          void requireGood(Said said) {
            // it is
          }

          @Override
          CaseNumber nextNumber() {
            numbers.incrementAndGet();
            return super.nextNumber();
          }
        };
    act.throttle = file.throttle;
    var refused = catchThrowableOfType(Problem.class, () -> act.handle(REPORT));
    assertThat(refused.code()).isEqualTo("too-many-reports");
    assertThat(numbers).hasValue(0);
  }
}
