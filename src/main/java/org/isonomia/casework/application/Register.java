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
 * and lawyers may open every case; a case handler opens their own, those nobody has taken and,
 * while a colleague is away whose deputy they are, that colleague's; nobody opens one they are kept
 * out of (KPA art. 24), and that they tried is recorded. A number that does not exist is refused in
 * the same words as one that is not theirs.
 */
@ApplicationScoped
public class Register {
  @Inject Cases cases;
  @Inject Refusals refusals;

  /** To change it. */
  Case take(CaseNumber number) {
    look(number);
    // somebody else may have changed whose it is until the lock was given
    return admit(cases.get(number));
  }

  /** To read it. */
  Case look(CaseNumber number) {
    return admit(cases.find(number).orElseThrow(Register::notYours));
  }

  static boolean isTheirs(Case file) {
    var actor = Actor.current();
    return isTheirs(actor, file.assignee()) && !isKeptOut(actor, file);
  }

  static boolean isTheirs(Actor actor, Long assignee) {
    return seesAll(actor)
        || (actor.is(Role.CASE_HANDLER) && (assignee == null || actor.actsFor(assignee)));
  }

  /** Whether this person may open any case. */
  static boolean seesAll(Actor actor) {
    return actor.isHouse()
        || actor.is(Role.COORDINATOR)
        || actor.is(Role.INTAKE_OFFICER)
        || actor.is(Role.LAWYER);
  }

  private Case admit(Case file) {
    if (isTheirs(file)) {
      return file;
    }
    var actor = Actor.current();
    if (isKeptOut(actor, file)) {
      refusals.keep(file.number(), actor.accountId());
    }
    throw notYours();
  }

  private static boolean isKeptOut(Actor actor, Case file) {
    return !actor.isHouse() && file.isKeptOut(actor.accountId());
  }

  private static Problem notYours() {
    return Problem.forbidden("case-not-yours");
  }
}
