package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Cases;
import org.isonomia.intake.IntakeEvent.ReporterWrote;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.DomainEvent;

/** The reporter wrote into the mailbox: the case shows it, and an open question is answered. */
@ApplicationScoped
@Transactional
public class HearReporter {
  @Inject Cases cases;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.ANYONE)
  public void handle(@Observes ReporterWrote wrote) {
    cases.get(wrote.number()).reporterWrote(clock.instant()).ifPresent(events::fire);
  }
}
