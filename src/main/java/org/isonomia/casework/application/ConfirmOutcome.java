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

/** A second person reads the letter, and confirms the outcome or gives it back with a reason. */
@ApplicationScoped
@Transactional
public class ConfirmOutcome {
  /**
   * @param reason why it is given back; required then
   */
  public record Command(CaseNumber number, boolean confirmed, String reason) {}

  @Inject Register register;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /** For the form: who may not do it is not asked about it. */
  @Allowed(value = Permission.CONFIRM_OUTCOME, trace = Allowed.Trace.NONE)
  public void ask() {}

  @Allowed(Permission.CONFIRM_OUTCOME)
  public void handle(Command command) {
    var file = register.take(command.number());
    var key = file.number().value();
    var me = Actor.current().accountId();
    if (command.confirmed()) {
      events.fire(file.confirm(me, clock.instant()));
    } else {
      var reason = Words.required("reason", command.reason(), "casework.error.reason");
      events.fire(file.giveBack(vault.seal(key, "return", reason), me, clock.instant()));
    }
    workflow.complete(
        OpenCase.PICTURE, key, "confirmOutcome", Map.of("confirmed", command.confirmed()));
  }
}
