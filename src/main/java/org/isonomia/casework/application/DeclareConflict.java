package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.shared.CaseNumber;

/**
 * Somebody of the office says that they may not take part in a case (KPA art. 24 § 1), and loses it
 * at once.
 */
@ApplicationScoped
@Transactional
public class DeclareConflict {
  public record Command(CaseNumber number, String reason) {}

  @Inject Register register;
  @Inject Exclusion exclusion;

  /**
   * @throws org.isonomia.shared.Problem conflict "nobody-would-stay" when nobody else could read it
   */
  @Allowed(Permission.DECLARE_CONFLICT)
  public void handle(Command command) {
    var reason = Words.required("ownReason", command.reason(), "casework.error.reason");
    var file = register.take(command.number());
    exclusion.keepOut(file, Actor.current().accountId(), reason);
  }
}
