package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Cases;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;

/** The house closes the matter whose outcome the reporter was told, and with the last the case. */
@ApplicationScoped
@Transactional
public class CloseMatter {
  @Inject Cases cases;
  @Inject LawInForce law;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /** Whether the case is closed with it: no other matter is open. */
  @Allowed(Permission.CLOSE_MATTER)
  public boolean handle(CaseNumber number) {
    var file = cases.get(number);
    file.close(law.current(), clock.instant()).forEach(events::fire);
    return file.closedAt() != null;
  }
}
