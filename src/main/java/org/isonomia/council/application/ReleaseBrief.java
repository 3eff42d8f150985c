package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.persistence.Items;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.workflow.Workflow;

/**
 * A second person reads a brief that comes from a case, looking for what gives somebody away, and
 * releases it or keeps it back with the reason. Who wrote it cannot.
 */
@ApplicationScoped
@Transactional
public class ReleaseBrief {
  /**
   * @param release {@code null} when nothing was chosen
   * @param reason needed when it is kept back
   */
  public record Command(String item, Boolean release, String reason) {}

  @Inject Items items;
  @Inject Sight sight;
  @Inject Vault vault;
  @Inject ItemReaders readers;
  @Inject Workflow workflow;
  @Inject AppClock clock;

  /** For the form: who may not do it is not asked about it. */
  @Allowed(value = Permission.RELEASE_BRIEF, trace = Allowed.Trace.NONE)
  public void ask() {}

  @Allowed(Permission.RELEASE_BRIEF)
  public void handle(Command command) {
    var item = items.lock(command.item());
    sight.require(item);
    var typed = new Typed();
    typed.chosen("release", command.release());
    var keptBack = Boolean.FALSE.equals(command.release());
    var reason = keptBack ? typed.text("reason", command.reason(), Typed.REASON) : null;
    typed.done();
    var account = Actor.current().accountId();
    if (keptBack) {
      item.keepBack(account, vault.seal(item.number(), "reason", reason), clock.instant());
    } else {
      item.release(account, clock.instant());
      readers.releaseBrief(item);
    }
    workflow.complete(
        ProposeItem.PICTURE, item.number(), "releaseBrief", Map.of("released", !keptBack));
  }
}
