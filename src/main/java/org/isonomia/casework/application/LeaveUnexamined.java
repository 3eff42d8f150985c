package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.casework.domain.NextStep;
import org.isonomia.intake.Reports;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/**
 * The case handler leaves a formal matter without examination (regulation of 8 January 2002, § 8):
 * name and address are missing, or it was not completed in time. In the same act its words go on as
 * a signal and the reporter is told both. Never by itself: somebody decides it, with a reason.
 */
@ApplicationScoped
@Transactional
public class LeaveUnexamined {
  /**
   * @param reason for the file
   * @param letter to the reporter, in their language
   */
  public record Command(CaseNumber number, int matter, String reason, String letter) {
    @Override
    public String toString() {
      return "LeaveUnexamined";
    }
  }

  @Inject Register register;
  @Inject Reports reports;
  @Inject Correspondence correspondence;
  @Inject LawInForce law;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /** For the form: who may not do it is not asked about it. */
  @Allowed(value = Permission.ASSESS_CASE, trace = Allowed.Trace.NONE)
  public void ask() {}

  @Allowed(Permission.ASSESS_CASE)
  public void handle(Command command) {
    var reason = Words.required("reason", command.reason(), "casework.error.reason");
    var letter = Words.required("letter", command.letter(), "casework.error.letter");
    var file = register.take(command.number());
    var key = file.number().value();
    file.leaveUnexamined(
            command.matter(),
            vault.seal(key, "note", reason),
            vault.seal(key, "qualification", reason),
            Actor.current().accountId(),
            reports.facts(file.number()),
            law.current(),
            clock.instant())
        .forEach(events::fire);
    correspondence.answer(file, Role.CASE_HANDLER, letter);
    if (!file.offers(NextStep.FORWARD)
        && workflow.isOpen(OpenCase.PICTURE, key, "forwardByCompetence")) {
      // nothing is left to forward: the signal is assessed instead of being stuck there
      workflow.complete(OpenCase.PICTURE, key, "forwardByCompetence", Map.of());
    }
    workflow.replan(OpenCase.PICTURE, key);
  }
}
