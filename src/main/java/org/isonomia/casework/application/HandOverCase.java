package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Objects;
import org.isonomia.access.Allowed;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.referral.ReferralDesk;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * A colleague goes on with a case of somebody who leaves: the case, its open tasks and the
 * referrals that the leaver followed. Its keys are the team's, so nothing has to be wrapped anew.
 */
@ApplicationScoped
@Transactional
public class HandOverCase {
  public record Command(CaseNumber number, long from, long to) {}

  @Inject Register register;
  @Inject People people;
  @Inject OfficeTeam office;
  @Inject Assignment assignment;
  @Inject ReferralDesk referrals;

  /**
   * @throws Problem conflict "not-theirs-any-more" when the case is somebody else's by now; invalid
   *     with a field "to" when the colleague handles no cases, reads with no team, or is kept out
   */
  @Allowed(Permission.HAND_OVER)
  public void handle(Command command) {
    var file = register.take(command.number());
    if (!Objects.equals(file.assignee(), command.from())) {
      throw Problem.conflict("not-theirs-any-more");
    }
    if (command.to() == command.from()
        || file.isKeptOut(command.to())
        || !office.readersOf(command.number()).contains(command.to())
        || people.withRole(Role.CASE_HANDLER).stream()
            .noneMatch(person -> person.accountId() == command.to())) {
      throw Problem.invalid("incomplete", new Problem.FieldError("to", "casework.error.assignee"));
    }
    assignment.give(file, command.to());
    referrals.giveTo(command.number(), command.from(), command.to());
  }
}
