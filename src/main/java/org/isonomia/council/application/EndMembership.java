package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.persistence.Terms;
import org.isonomia.shared.AppClock;

/** A member leaves; today is the last day, the seat is vacant from tomorrow. */
@ApplicationScoped
@Transactional
public class EndMembership {
  /**
   * @param member number of the membership
   */
  public record Command(String member) {}

  @Inject Terms terms;
  @Inject AppClock clock;

  @Allowed(Permission.KEEP_TERM)
  public void handle(Command command) {
    var member = terms.getMember(command.member());
    terms.lock(member.termId());
    member.leave(clock.today());
  }
}
