package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/**
 * The case handler answers with information: what the law says, what the person can do, who helps.
 */
@ApplicationScoped
@Transactional
public class InformReporter {
  /**
   * @param text in the reporter's language
   */
  public record Command(CaseNumber number, String text) {}

  @Inject Register register;
  @Inject Correspondence correspondence;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.ASSESS_CASE)
  public void handle(Command command) {
    var text = Words.required("text", command.text(), "casework.error.text");
    var file = register.take(command.number());
    events.fire(file.inform(clock.instant()));
    correspondence.answer(file, Role.CASE_HANDLER, text);
    workflow.complete(OpenCase.PICTURE, file.number().value(), "informReporter", Map.of());
  }
}
