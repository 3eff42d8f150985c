package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** Gives a case to a case handler, or back to the team. */
@ApplicationScoped
@Transactional
public class AssignCase {
  /**
   * @param accountId {@code null} gives it back to the team
   */
  public record Command(CaseNumber number, Long accountId) {}

  @Inject Register register;
  @Inject People people;
  @Inject Assignment assignment;

  @Allowed(Permission.ASSIGN_CASE)
  public void handle(Command command) {
    var file = register.take(command.number());
    if (command.accountId() != null
        && (file.isKeptOut(command.accountId())
            || people.withRole(Role.CASE_HANDLER).stream()
                .noneMatch(person -> person.accountId() == command.accountId()))) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("assignee", "casework.error.assignee"));
    }
    assignment.give(file, command.accountId());
  }
}
