package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Cases;
import org.isonomia.intake.IntakeEvent.LetterCompleted;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/** The reporter completed a formal letter behind the receipt: the matter goes on. */
@ApplicationScoped
@Transactional
public class HearCompletion {
  @Inject Cases cases;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.ANYONE)
  public void handle(@Observes LetterCompleted completed) {
    cases
        .get(completed.number())
        .completeSummons(completed.matter(), clock.instant())
        .ifPresent(events::fire);
    workflow.replan(OpenCase.PICTURE, completed.number().value());
  }
}
