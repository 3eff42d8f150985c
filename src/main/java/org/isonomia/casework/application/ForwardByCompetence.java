package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.casework.domain.ForwardBar;
import org.isonomia.intake.Reports;
import org.isonomia.partner.Directory;
import org.isonomia.partner.Institution;
import org.isonomia.referral.ReferralDesk;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/**
 * Another body is competent: the matter goes there at once and the reporter is told (KPA art. 231).
 * Never to the one complained of (art. 232): what the report and the law as data say of it bars a
 * body; the page says the rule, because the report seldom says who a person is.
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
  @Inject Reports reports;
  @Inject LawInForce law;
  @Inject Directory directory;
  @Inject ReferralDesk referrals;
  @Inject Correspondence correspondence;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.SEND_REFERRAL)
  public ReferralNumber handle(Command command) {
    var faults = new ArrayList<Problem.FieldError>();
    var body =
        command.institutionId() == null
            ? Optional.<Institution>empty()
            : directory.find(command.institutionId());
    if (body.isEmpty()) {
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
    var recipient = recipient(body.orElseThrow(), reports.content(file.number()).respondentName());
    events.fire(file.forward(command.matter(), recipient, law.current(), clock.instant()));
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
    // its tasks are no business of those who are kept out of the case
    file.keptOut().forEach(account -> workflow.hideFrom(referral.value(), account));
    correspondence.answer(file, Role.CASE_HANDLER, command.letter().strip());
    workflow.complete(OpenCase.PICTURE, file.number().value(), "forwardByCompetence", Map.of());
    return referral;
  }

  /**
   * @param named the one complained of in the reporter's words, or {@code null}
   */
  static ForwardBar.Recipient recipient(Institution body, String named) {
    var name = named == null ? "" : named.strip();
    boolean respondent = name.equalsIgnoreCase(body.name()) || name.equalsIgnoreCase(body.code());
    return new ForwardBar.Recipient(body.code(), body.kind(), respondent);
  }
}
