package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Cases;
import org.isonomia.casework.domain.Summons;
import org.isonomia.intake.IntakeEvent.MailboxOpened;

/**
 * The reporter opened the mailbox. That changes something only where a summons waits there: nobody
 * locks the case, and the audit keeps no change, for all the other times.
 */
@ApplicationScoped
@Transactional
public class HearOpening {
  @Inject Cases cases;
  @Inject DeliverSummons deliver;

  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void handle(@Observes MailboxOpened opened) {
    boolean waits =
        cases.find(opened.number()).stream()
            .flatMap(file -> file.summoned().stream())
            .flatMap(matter -> matter.openSummons().stream())
            .anyMatch(summons -> summons.state() == Summons.State.SENT);
    if (waits) {
      deliver.read(opened.number());
    }
  }
}
