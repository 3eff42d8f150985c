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

/**
 * Some time after closing, somebody asks whether complaining had a price for the person (KPA art.
 * 225).
 */
@ApplicationScoped
@Transactional
public class CheckRetaliation {
  /**
   * @param note what was asked and found
   */
  public record Command(CaseNumber number, String note) {}

  @Inject Register register;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.CHECK_RETALIATION)
  public void handle(Command command) {
    var note = Words.required("note", command.note(), "casework.error.retaliationNote");
    var file = register.take(command.number());
    var key = file.number().value();
    boolean first = workflow.isOpen(OpenCase.PICTURE, key, "checkRetaliation");
    events.fire(
        file.note(
            "RETALIATION",
            vault.seal(key, "note", note),
            Actor.current().accountId(),
            clock.instant()));
    events.fire(file.checkRetaliation(clock.instant()));
    workflow.complete(
        OpenCase.PICTURE, key, first ? "checkRetaliation" : "checkRetaliationAgain", Map.of());
  }
}
