package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** A case handler takes a case that nobody has taken. */
@ApplicationScoped
@Transactional
public class TakeCase {
  @Inject Register register;
  @Inject Assignment assignment;

  @Allowed(Permission.ASSESS_CASE)
  public void handle(CaseNumber number) {
    var file = register.take(number);
    var me = Actor.current().accountId();
    if (file.assignee() != null && !file.assignee().equals(me)) {
      throw Problem.conflict("already-taken");
    }
    assignment.give(file, me);
  }
}
