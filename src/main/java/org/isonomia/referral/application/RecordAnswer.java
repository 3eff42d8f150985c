package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Vault;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.referral.domain.Referral;
import org.isonomia.referral.domain.ReferralClocks;
import org.isonomia.referral.domain.Vocabulary;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;
import org.isonomia.workflow.Workflow;

/**
 * A partner answered by letter or telephone, and the case handler writes it down. Offices often do
 * not use the link; their answer counts the same.
 */
@ApplicationScoped
@Transactional
public class RecordAnswer {
  /** What the partner said. */
  public static final List<String> ANSWERS = List.of("ACCEPTED", "DECLINED", "RESULT");

  /**
   * @param answer one of {@link #ANSWERS}; a result also counts as acceptance when there was none
   *     before
   * @param reason decline code, with DECLINED
   * @param result result code, with RESULT
   * @param text the partner's words, or blank; required for a decline with OTHER
   */
  public record Command(
      ReferralNumber number, String answer, String reason, String result, String text) {}

  @Inject StaffDoor door;
  @Inject ReferralClocks clocks;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /**
   * @throws Problem invalid "answer-invalid" with the fields; forbidden "case-not-yours"; conflict
   *     when it has been answered meanwhile
   */
  @Allowed(Permission.SEND_REFERRAL)
  public void handle(Command command) {
    // whose case it is comes before what is wrong with the answer
    var referral = door.take(command.number());
    var text = check(command);
    var sealed = vault.seal(command.number().value(), "answer", text);
    switch (command.answer()) {
      case "ACCEPTED" -> accept(referral);
      case "DECLINED" -> {
        events.fire(referral.decline(command.reason(), sealed, clock.instant()));
        tell(command, "referral.ReferralFailed");
      }
      default -> {
        if (referral.status().awaitsAnswer()) {
          accept(referral);
        }
        events.fire(referral.report(command.result(), sealed, clock.instant()));
        tell(command, "referral.ReferralCompleted");
      }
    }
  }

  private static String check(Command command) {
    if (command.answer() == null || !ANSWERS.contains(command.answer())) {
      throw Problem.invalid("answer-invalid", new FieldError("answer", "referral.error.answer"));
    }
    return switch (command.answer()) {
      case "DECLINED" ->
          AnswerWords.check(
              "reason",
              command.reason(),
              Vocabulary.DECLINE_REASONS,
              command.text(),
              "OTHER".equals(command.reason()));
      case "RESULT" ->
          AnswerWords.check("result", command.result(), Vocabulary.RESULTS, command.text(), false);
      default -> null;
    };
  }

  private void accept(Referral referral) {
    events.fire(referral.accept(clocks.askForResultOn(clock.today()), clock.instant()));
    workflow.tell(
        StaffDesk.PICTURE, referral.number().value(), "referral.ReferralAccepted", Map.of());
  }

  private void tell(Command command, String message) {
    workflow.tell(StaffDesk.PICTURE, command.number().value(), message, Map.of());
  }
}
