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
   * @param matter the one that is complete now
   * @throws Problem conflict "no-summons" when nobody is asked there
   */
  @Allowed(Permission.ASSESS_CASE)
  public void handle(CaseNumber number, int matter) {
    var file = register.take(number);
    events.fire(
        file.completeSummons(matter, clock.instant())
            .orElseThrow(() -> Problem.conflict("no-summons")));
    workflow.replan(OpenCase.PICTURE, number.value());
  }
}
