package org.isonomia.referral.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Vault;
import org.isonomia.referral.domain.Vocabulary;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/** A partner reports what came of a referral it took on. */
@ApplicationScoped
@Transactional
public class ReportResult {
  /**
   * @param result code of the vocabulary
   * @param text further words, or blank
   */
  public record Command(PartnerKey key, String result, String text) {}

  @Inject PartnerDoor door;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /** Permission is decided by the key: see {@link PartnerDoor}. */
  @Allowed(Permission.ANYONE)
  public void handle(Command command) {
    var referral = door.enter(command.key());
    var text =
        AnswerWords.check("result", command.result(), Vocabulary.RESULTS, command.text(), false);
    var number = referral.number().value();
    events.fire(
        referral.report(command.result(), vault.seal(number, "answer", text), clock.instant()));
    workflow.tell(StaffDesk.PICTURE, number, "referral.ReferralCompleted", Map.of());
  }
}
