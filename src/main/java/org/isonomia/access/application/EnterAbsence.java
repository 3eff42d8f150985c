package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.Permission;
import org.isonomia.access.domain.Absence;
import org.isonomia.access.domain.AbsenceBook;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Accounts;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/**
 * A person of the office, or the coordinator for them, says when they are away and who stands in.
 */
@ApplicationScoped
@Transactional
public class EnterAbsence {
  /**
   * @param accountId who is away; {@code null} for oneself
   * @param deputyId {@code null} when nobody was chosen
   * @param from {@code null} when no day was typed
   */
  public record Command(Long accountId, Long deputyId, LocalDate from, LocalDate to) {}

  @Inject Accounts accounts;
  @Inject AbsenceBook book;
  @Inject Absences absences;
  @Inject AppClock clock;

  /**
   * @throws Problem invalid with a field "person", "deputy", "from" or "to"; forbidden "not-yours"
   *     when it is somebody else's and who acts keeps no absences
   */
  @Allowed(Permission.ENTER_ABSENCE)
  public void handle(Command command) {
    var me = Actor.current();
    var who = command.accountId() == null ? me.accountId() : command.accountId();
    Deed.about("account:" + who);
    if (who != me.accountId() && !Permission.KEEP_ABSENCES.heldBy(me)) {
      throw Problem.forbidden("not-yours");
    }
    var absent = accounts.find(who).filter(Account::isActive).orElse(null);
    var deputy =
        command.deputyId() == null ? null : accounts.find((long) command.deputyId()).orElse(null);
    var errors = new ArrayList<FieldError>();
    if (absent == null) {
      errors.add(new FieldError("person", "access.error.absence.person"));
    } else if (deputy == null || !absences.mayStandIn(deputy, absent)) {
      errors.add(new FieldError("deputy", "access.error.absence.deputy"));
    }
    checkDays(command, errors);
    if (errors.isEmpty()) {
      checkOthers(command, who, deputy.id(), errors);
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid("absence-invalid", errors);
    }
    book.add(
        new Absence(
            who, deputy.id(), command.from(), command.to(), me.accountId(), clock.instant()));
  }

  private void checkDays(Command command, ArrayList<FieldError> errors) {
    if (command.from() == null) {
      errors.add(new FieldError("from", "access.error.absence.from"));
    }
    if (command.to() == null) {
      errors.add(new FieldError("to", "access.error.absence.to"));
    } else if (command.to().isBefore(clock.today())) {
      errors.add(new FieldError("to", "access.error.absence.past"));
    } else if (command.from() != null && command.to().isBefore(command.from())) {
      errors.add(new FieldError("to", "access.error.absence.order"));
    } else if (command.from() != null
        && command.to().isAfter(command.from().plusDays(Absence.LONGEST_DAYS))) {
      errors.add(new FieldError("to", "access.error.absence.long"));
    }
  }

  /** One absence at a time; and nobody stands in who is away on any of the days. */
  private void checkOthers(Command command, long who, long deputy, ArrayList<FieldError> errors) {
    for (var other : book.open(clock.today())) {
      if (other.touches(command.from(), command.to())) {
        if (other.accountId() == who) {
          errors.add(new FieldError("from", "access.error.absence.twice"));
          return;
        }
        if (other.accountId() == deputy) {
          errors.add(new FieldError("deputy", "access.error.absence.deputy-away"));
          return;
        }
      }
    }
  }
}
