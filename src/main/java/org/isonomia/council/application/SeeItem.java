package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.RecusalKind;
import org.isonomia.council.persistence.Items;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Trail;
import org.isonomia.workflow.Workflow;

/**
 * One item with its papers, for who may see it and holds its keys (else forbidden "item-sealed").
 */
@ApplicationScoped
@Transactional
public class SeeItem {
  @Inject Items items;
  @Inject Sight sight;
  @Inject ShowItems show;
  @Inject Workflow workflow;

  @Allowed(value = Permission.SEE_COUNCIL, trace = Allowed.Trace.READ)
  public ItemView handle(String number) {
    var item = items.get(number);
    sight.require(item);
    var shown = show.show(item);
    if (shown.sealed()) {
      throw Problem.forbidden("item-sealed");
    }
    return shown;
  }

  /** The dated steps of an item on its way; empty when it never started. */
  @Allowed(value = Permission.SEE_COUNCIL, trace = Allowed.Trace.NONE)
  public List<Trail.Step> steps(String number) {
    sight.require(items.get(number));
    return workflow.trail(ProposeItem.PICTURE, number).map(Trail::steps).orElse(List.of());
  }

  /**
   * Whether an unsettled flag hides this item from who acts: that person may answer it without
   * seeing the item.
   */
  @Allowed(value = Permission.SEE_COUNCIL, trace = Allowed.Trace.NONE)
  public boolean isFlaggedForMe(String number) {
    var item = items.get(number);
    return sight
        .me()
        .flatMap(me -> items.recusal(item, me.id()))
        .filter(recusal -> recusal.kind() == RecusalKind.FLAGGED)
        .isPresent();
  }

  /** Organisations that members belong to: the ones a conflict can come from. */
  @Allowed(value = Permission.SEE_COUNCIL, trace = Allowed.Trace.NONE)
  public Set<String> organisations() {
    return new TreeSet<>(sight.organisations());
  }
}
