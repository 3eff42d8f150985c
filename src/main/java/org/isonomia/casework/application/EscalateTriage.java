package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/** The triage is late: a coordinator steps in and says who does it, or what stands in the way. */
@ApplicationScoped
@Transactional
public class EscalateTriage {
  /**
   * @param note what was arranged
   */
  public record Command(CaseNumber number, String note) {}

  @Inject Register register;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.STEP_IN)
  public void handle(Command command) {
    var note = Words.required("note", command.note(), "casework.error.text");
    var file = register.take(command.number());
    var key = file.number().value();
    events.fire(
        file.note(
            "ESCALATION",
            vault.seal(key, "note", note),
            Actor.current().accountId(),
            clock.instant()));
    file.stepIn(clock.instant()).ifPresent(events::fire);
    workflow.complete(OpenCase.PICTURE, key, "escalateTriage", Map.of());
  }
}
