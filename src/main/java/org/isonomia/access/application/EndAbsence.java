package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.Permission;
import org.isonomia.access.domain.AbsenceBook;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;

/** Somebody is back earlier, or never goes: from now on nobody stands in. */
@ApplicationScoped
@Transactional
public class EndAbsence {
  public record Command(long absenceId) {}

  @Inject AbsenceBook book;
  @Inject AppClock clock;

  /**
   * @throws Problem forbidden "not-yours", also for one that does not exist; conflict
   *     "absence-over"
   */
  @Allowed(Permission.ENTER_ABSENCE)
  public void handle(Command command) {
    var me = Actor.current();
    var absence =
        book.find(command.absenceId())
            .filter(a -> a.accountId() == me.accountId() || Permission.KEEP_ABSENCES.heldBy(me))
            .orElseThrow(() -> Problem.forbidden("not-yours"));
    Deed.about("account:" + absence.accountId());
    absence.end(me.accountId(), clock.instant(), clock.today());
  }
}
