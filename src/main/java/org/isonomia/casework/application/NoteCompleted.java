package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/**
 * The person completed the letter in another way than behind the receipt: by post, by telephone, in
 * a message. The case handler has seen it.
 */
@ApplicationScoped
@Transactional
public class NoteCompleted {
  @Inject Register register;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /**
   * @throws Problem conflict "no-summons" when nobody is asked
   */
  @Allowed(Permission.ASSESS_CASE)
  public void handle(CaseNumber number) {
    var file = register.take(number);
    var completed = file.completeSummons(clock.instant());
    if (completed.isEmpty()) {
      throw Problem.conflict("no-summons");
    }
    completed.forEach(events::fire);
    workflow.replan(OpenCase.PICTURE, number.value());
  }
}
