package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.Qualification;
import org.isonomia.casework.domain.Cases;
import org.isonomia.intake.IntakeEvent.FormalAsked;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/**
 * The reporter made a signal formal behind the receipt: the case has a formal matter whose clocks
 * begin today, and whatever is open there is as urgent as they say. What it is in law the office
 * still decides (KPA art. 222).
 */
@ApplicationScoped
@Transactional
public class MakeMatterFormal {
  @Inject Cases cases;
  @Inject LawInForce law;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.ANYONE)
  public void handle(@Observes FormalAsked asked) {
    var file = cases.get(asked.number());
    events.fire(
        file.makeFormal(
            Qualification.valueOf(asked.facts().requested()),
            asked.facts(),
            law.current(),
            clock.instant()));
    workflow.replan(OpenCase.PICTURE, asked.number().value());
  }
}
