package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.IntakeEvent.ReportWithdrawn;
import org.isonomia.intake.persistence.FiledReports;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;

/**
 * The reporter takes the report back: the case ends, nobody is written to about it any more, what
 * others got by consent they lose. The mailbox stays readable, and the report stays as long as the
 * law says; erasing it is another wish.
 */
@ApplicationScoped
@Transactional
public class WithdrawReport {
  @Inject FiledReports reports;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /**
   * @throws org.isonomia.shared.Problem conflict "case-closed" when it has ended already
   */
  @Allowed(Permission.ANYONE)
  public void handle(CaseNumber number) {
    events.fire(new ReportWithdrawn(reports.get(number).number(), clock.instant()));
  }
}
