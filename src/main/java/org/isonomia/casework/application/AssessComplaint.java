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
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/**
 * The case handler has read everything and chooses what helps now; whoever assesses an unassigned
 * case takes it.
 */
@ApplicationScoped
@Transactional
public class AssessComplaint {
  /**
   * @param choice code of {@link NextStep}
   * @param note for the file; may be empty
   */
  public record Command(CaseNumber number, String choice, String note) {}

  @Inject Register register;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.ASSESS_CASE)
  public void handle(Command command) {
    var choice = Words.code(NextStep.class, "choice", command.choice(), "casework.error.choice");
    var note = Words.optional("note", command.note());
    var file = register.take(command.number());
    var actor = Actor.current();
    if (file.assignee() == null && actor.is(Role.CASE_HANDLER)) {
      events.fire(file.assign(actor.accountId(), clock.instant()));
    }
    if (note != null) {
      var sealed = vault.seal(file.number().value(), "note", note);
      events.fire(file.note("ASSESSMENT", sealed, actor.accountId(), clock.instant()));
    }
    events.fire(file.assess(choice, clock.instant()));
    workflow.complete(
        OpenCase.PICTURE,
        file.number().value(),
        "assessComplaint",
        Map.of("choice", choice.name()));
  }
}
