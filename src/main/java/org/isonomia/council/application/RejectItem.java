package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.persistence.Items;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.workflow.Workflow;

/** The chair sends an item back with the reason; who proposed it may bring a better one. */
@ApplicationScoped
@Transactional
public class RejectItem {
  public record Command(String item, String reason) {}

  @Inject Items items;
  @Inject Sight sight;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;

  @Allowed(Permission.ACCEPT_ITEM)
  public void handle(Command command) {
    var item = items.lock(command.item());
    sight.require(item);
    var typed = new Typed();
    var reason = typed.text("reason", command.reason(), Typed.REASON);
    typed.done();
    item.reject(vault.seal(item.number(), "reason", reason), clock.instant());
    workflow.complete(ProposeItem.PICTURE, item.number(), "acceptItem", Map.of("accepted", false));
  }
}
