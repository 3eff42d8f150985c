package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Workload;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Worklist;

/** How many open cases and tasks are a person's: a number, and of no case in particular. */
@ApplicationScoped
@Transactional
public class CountWork implements Workload {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Inject Worklist worklist;

  /**
   * @throws Problem forbidden "not-yours" for somebody else's, but to those who close accounts or
   *     hand work over
   */
  @Override
  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public Load of(long accountId) {
    requireMayAsk(accountId);
    var cases =
        em.createQuery(
                "select count(c) from CaseFile c where c.assignee = :account"
                    + " and c.closedAt is null",
                Long.class)
            .setParameter("account", accountId)
            .getSingleResult();
    return new Load(cases, worklist.counts(accountId, Set.of()).mine());
  }

  @Override
  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public long keptOutOf(long accountId) {
    requireMayAsk(accountId);
    return em.createQuery(
            "select count(k) from CaseConflict k where k.account = :account and k.endedAt is null",
            Long.class)
        .setParameter("account", accountId)
        .getSingleResult();
  }

  private static void requireMayAsk(long accountId) {
    var me = Actor.current();
    if (me.accountId() != accountId
        && !Permission.KEEP_ACCOUNTS.heldBy(me)
        && !Permission.HAND_OVER.heldBy(me)) {
      throw Problem.forbidden("not-yours");
    }
  }
}
