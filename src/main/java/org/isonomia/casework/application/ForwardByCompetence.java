package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.intake.Mailbox;
import org.isonomia.partner.Directory;
import org.isonomia.referral.ReferralDesk;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/**
 * Another body is competent: the matter goes there at once and the reporter is told (KPA art. 231).
 * Never to the one complained of (art. 232): the page says so, a person decides.
 */
@ApplicationScoped
@Transactional
public class ForwardByCompetence {
  /**
   * @param shared what the body reads: data category → words
   * @param legalBasis the provision that makes it competent and lets us forward
   * @param letter to the reporter, in the reporter's language
   */
  public record Command(
      CaseNumber number,
      int matter,
      Long institutionId,
      Map<String, String> shared,
      String legalBasis,
      String letter) {}

  @Inject Register register;
  @Inject Directory directory;
  @Inject ReferralDesk referrals;
  @Inject Mailbox mailbox;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.SEND_REFERRAL)
  public ReferralNumber handle(Command command) {
    var faults = new ArrayList<Problem.FieldError>();
    if (command.institutionId() == null || directory.find(command.institutionId()).isEmpty()) {
      faults.add(new Problem.FieldError("institution", "casework.error.institution"));
    }
    if (command.legalBasis() == null || command.legalBasis().isBlank()) {
      faults.add(new Problem.FieldError("legalBasis", "casework.error.legalBasis"));
    }
    if (command.letter() == null || command.letter().isBlank()) {
      faults.add(new Problem.FieldError("letter", "casework.error.letter"));
    }
    if (command.shared().isEmpty()) {
      faults.add(new Problem.FieldError("categories", "casework.error.categories"));
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid("incomplete", faults);
    }
    var file = register.take(command.number());
    events.fire(file.forward(command.matter(), clock.instant()));
    var referral =
        referrals.refer(
            new ReferralDesk.Request(
                file.number(),
                command.institutionId(),
                "COMPETENCE",
                Map.copyOf(command.shared()),
                "NOT_REQUIRED_LAW",
                command.legalBasis().strip(),
                file.language()));
    mailbox.write(
        file.number(), SignedBy.role(Role.CASE_HANDLER), file.language(), command.letter().strip());
    workflow.complete(OpenCase.PICTURE, file.number().value(), "forwardByCompetence", Map.of());
    return referral;
  }
}
