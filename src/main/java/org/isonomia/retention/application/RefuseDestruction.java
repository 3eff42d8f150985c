package org.isonomia.retention.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Vault;
import org.isonomia.retention.LeftOutOnRequest;
import org.isonomia.retention.domain.Batches;
import org.isonomia.shared.AppClock;

/** A second person refuses a list, with a reason. */
@ApplicationScoped
@Transactional
public class RefuseDestruction {
  public record Command(String number, String reason) {}

  @Inject Batches batches;
  @Inject Vault vault;
  @Inject Event<LeftOutOnRequest> leftOut;
  @Inject AppClock clock;

  /**
   * @throws org.isonomia.shared.Problem invalid without a reason; forbidden "list-second-person";
   *     conflict "list-already-decided"; not-found
   */
  @Allowed(Permission.APPROVE_DESTRUCTION)
  public void handle(Command command) {
    var reason = Typed.required("reason", command.reason());
    var batch = batches.lock(command.number());
    batch.refuse(
        vault.sealForHouse(command.number(), "refusal", reason),
        Actor.current().accountId(),
        clock.instant(),
        clock.today());
    if (!batch.isOfTerm()) {
      batch
          .cases()
          .forEach(
              one ->
                  leftOut.fire(
                      new LeftOutOnRequest(one.number(), batch.number(), one.leftOut().name())));
    }
  }
}
