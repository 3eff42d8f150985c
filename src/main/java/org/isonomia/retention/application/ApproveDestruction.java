package org.isonomia.retention.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.retention.domain.Batches;
import org.isonomia.shared.AppClock;

/** A second person approves a list; it is worked off from then on. */
@ApplicationScoped
@Transactional
public class ApproveDestruction {
  @Inject Batches batches;
  @Inject AppClock clock;

  /**
   * @throws org.isonomia.shared.Problem forbidden "list-second-person"; conflict
   *     "list-already-decided"; not-found
   */
  @Allowed(Permission.APPROVE_DESTRUCTION)
  public void handle(String number) {
    batches.lock(number).approve(Actor.current().accountId(), clock.instant());
  }
}
