package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.isonomia.access.Actor;
import org.isonomia.access.Role;
import org.isonomia.casework.domain.Case;
import org.isonomia.casework.domain.Cases;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * Opens a case's file for the person who acts now, if it is theirs. The intake desk, coordinators
 * and lawyers may open every case; a case handler opens their own and those nobody has taken. A
 * number that does not exist is refused in the same words as one that is not theirs.
 */
@ApplicationScoped
public class Register {
  @Inject Cases cases;

  /** To change it. */
  Case take(CaseNumber number) {
    refuseUnless(cases.find(number).filter(Register::isTheirs).isPresent());
    var taken = cases.get(number);
    refuseUnless(isTheirs(taken));
    return taken;
  }

  /** To read it. */
  Case look(CaseNumber number) {
    return cases
        .find(number)
        .filter(Register::isTheirs)
        .orElseThrow(() -> Problem.forbidden("case-not-yours"));
  }

  static boolean isTheirs(Case file) {
    return isTheirs(Actor.current(), file.assignee());
  }

  static boolean isTheirs(Actor actor, Long assignee) {
    return seesAll(actor)
        || (actor.is(Role.CASE_HANDLER) && (assignee == null || assignee == actor.accountId()));
  }

  /** Whether this person may open any case. */
  static boolean seesAll(Actor actor) {
    return actor.isHouse()
        || actor.is(Role.COORDINATOR)
        || actor.is(Role.INTAKE_OFFICER)
        || actor.is(Role.LAWYER);
  }

  private static void refuseUnless(boolean theirs) {
    if (!theirs) {
      throw Problem.forbidden("case-not-yours");
    }
  }
}
