package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.CaseStanding;
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
  @Inject Instance<CaseStanding> standing;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /**
   * Sent twice, it is done once.
   *
   * @throws org.isonomia.shared.Problem conflict "case-closed" when it has ended already
   */
  @Allowed(Permission.ANYONE)
  public void handle(CaseNumber number) {
    var report = reports.lock(number);
    if (isWithdrawn(number)) {
      return;
    }
    events.fire(new ReportWithdrawn(report.number(), clock.instant()));
  }

  private boolean isWithdrawn(CaseNumber number) {
    return standing.isResolvable()
        && standing.get().isOver(number)
        && standing.get().of(number).matters().stream()
            .anyMatch(matter -> "WITHDRAWN".equals(matter.outcome()));
  }
}
