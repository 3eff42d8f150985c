package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Needs;
import org.isonomia.intake.Needed;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** Somebody of the office learns later what a reporter needs. */
@ApplicationScoped
@Transactional
public class TellNeed {
  public record Command(CaseNumber number, String need) {}

  @Inject Register register;
  @Inject Needs needs;
  @Inject OpenNeeds openNeeds;
  @Inject AppClock clock;

  /**
   * @throws Problem invalid when nothing was chosen, or it is already a task
   */
  @Allowed(Permission.ARRANGE_NEED)
  public void handle(Command command) {
    var file = register.take(command.number());
    if (!Needed.CODES.contains(command.need())) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("need", "casework.need.wrong.choose"));
    }
    if (needs.of(file.number()).stream()
        .anyMatch(need -> need.isOpen() && need.code().equals(command.need()))) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("need", "casework.need.wrong.there"));
    }
    openNeeds.open(file.number(), command.need(), file.keptOut(), clock.instant());
  }
}
