package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Cases;
import org.isonomia.intake.IntakeEvent.IdentityDisclosed;

/** The reporter has said who they are: the case knows who may read it, and what may be formal. */
@ApplicationScoped
@Transactional
public class NoteDisclosure {
  @Inject Cases cases;

  @Allowed(Permission.ANYONE)
  public void handle(@Observes IdentityDisclosed told) {
    cases.get(told.number()).reporterDisclosed(told.mode(), told.complete());
  }
}
