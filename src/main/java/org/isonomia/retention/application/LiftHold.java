package org.isonomia.retention.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Vault;
import org.isonomia.retention.domain.Holds;
import org.isonomia.shared.AppClock;

/** Nobody needs the case any more; from now on only its own time counts. */
@ApplicationScoped
@Transactional
public class LiftHold {
  public record Command(long id, String reason) {}

  @Inject Holds holds;
  @Inject Vault vault;
  @Inject AppClock clock;

  /**
   * @throws org.isonomia.shared.Problem invalid without a reason; conflict "hold-already-lifted"
   */
  @Allowed(Permission.KEEP_HOLDS)
  public void handle(Command command) {
    var reason = Typed.required("reason-" + command.id(), command.reason());
    var hold = holds.lock(command.id());
    Deed.about(hold.number().value());
    Deed.inCase(hold.number());
    hold.lift(
        vault.sealForHouse(hold.number().value(), "lift", reason),
        Actor.current().accountId(),
        clock.instant());
  }
}
