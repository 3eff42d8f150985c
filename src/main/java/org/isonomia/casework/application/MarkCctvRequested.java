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
import org.isonomia.workflow.Workflow;

/** The operator of the cameras has been asked to keep the recording before it is overwritten. */
@ApplicationScoped
@Transactional
public class MarkCctvRequested {
  @Inject Register register;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.QUALIFY_MATTER)
  public void handle(CaseNumber number) {
    events.fire(register.take(number).requestCctv(clock.instant()));
    workflow.replan(OpenCase.PICTURE, number.value());
  }
}
