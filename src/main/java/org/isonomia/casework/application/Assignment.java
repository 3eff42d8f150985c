package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.isonomia.casework.domain.Case;
import org.isonomia.casework.domain.Need;
import org.isonomia.casework.domain.Needs;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/** Gives a case and its open tasks to a person: the one way in which that happens. */
@ApplicationScoped
class Assignment {
  @Inject Workflow workflow;
  @Inject Needs needs;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  void give(Case file, Long accountId) {
    events.fire(file.assign(accountId, clock.instant()));
    // the hands know whose the open tasks are now; those of the intake desk and the second person
    // stay with their teams
    workflow.replan(OpenCase.PICTURE, file.number().value());
    needs.of(file.number()).stream()
        .filter(Need::isOpen)
        .forEach(need -> workflow.replan(OpenNeeds.PICTURE, need.key()));
  }
}
