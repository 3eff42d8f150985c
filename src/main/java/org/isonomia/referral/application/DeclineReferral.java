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

/** A partner does not take a referral on, and says why. */
@ApplicationScoped
@Transactional
public class DeclineReferral {
  /**
   * @param reason code of the vocabulary
   * @param text further words, or blank; required with OTHER
   */
  public record Command(PartnerKey key, String reason, String text) {}

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
        AnswerWords.check(
            "reason",
            command.reason(),
            Vocabulary.DECLINE_REASONS,
            command.text(),
            "OTHER".equals(command.reason()));
    referral.open(clock.instant());
    var number = referral.number().value();
    events.fire(
        referral.decline(command.reason(), vault.seal(number, "answer", text), clock.instant()));
    workflow.tell(StaffDesk.PICTURE, number, "referral.ReferralFailed", Map.of());
  }
}
