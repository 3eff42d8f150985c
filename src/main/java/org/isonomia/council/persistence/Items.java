package org.isonomia.council.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.isonomia.council.domain.AgendaItem;
import org.isonomia.council.domain.Recusal;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** Agenda items and who is recused on them. */
@ApplicationScoped
public class Items {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(AgendaItem item) {
    em.persist(item);
  }

  public void add(Recusal recusal) {
    em.persist(recusal);
  }

  /**
   * @throws Problem forbidden "item-closed-to-you": also for a number that does not exist, so that
   *     numbers tell nothing
   */
  public AgendaItem get(String number) {
    return found(byNumber(number));
  }

  /** The item, locked: two people who act on it are one after the other. */
  public AgendaItem lock(String number) {
    return found(byNumber(number).setLockMode(LockModeType.PESSIMISTIC_WRITE));
  }

  public AgendaItem get(long id) {
    return em.find(AgendaItem.class, id);
  }

  private TypedQuery<AgendaItem> byNumber(String number) {
    return em.createQuery("select i from AgendaItem i where i.number = :number", AgendaItem.class)
        .setParameter("number", number);
  }

  private static AgendaItem found(TypedQuery<AgendaItem> query) {
    return query
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> Problem.forbidden("item-closed-to-you"));
  }

  public List<AgendaItem> of(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : em.createQuery("select i from AgendaItem i where i.id in :ids", AgendaItem.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  public List<AgendaItem> from(CaseNumber origin) {
    return em.createQuery(
            "select i from AgendaItem i where i.origin = :origin order by i.id", AgendaItem.class)
        .setParameter("origin", origin.value())
        .getResultList();
  }

  /** Items that are not done, oldest first. */
  public List<AgendaItem> open() {
    return em.createQuery(
            "select i from AgendaItem i where i.closedAt is null order by i.proposedAt, i.id",
            AgendaItem.class)
        .setMaxResults(200)
        .getResultList();
  }

  /** Items that are done, latest first. */
  public List<AgendaItem> closed() {
    return em.createQuery(
            "select i from AgendaItem i where i.closedAt is not null order by i.closedAt desc, i.id desc",
            AgendaItem.class)
        .setMaxResults(50)
        .getResultList();
  }

  public List<Recusal> recusals(AgendaItem item) {
    return em.createQuery(
            "select r from Recusal r where r.itemId = :item order by r.id", Recusal.class)
        .setParameter("item", item.id())
        .getResultList();
  }

  /** Recusals of these members on any item. */
  public List<Recusal> recusalsOf(Collection<Long> memberIds) {
    return memberIds.isEmpty()
        ? List.of()
        : em.createQuery("select r from Recusal r where r.memberId in :members", Recusal.class)
            .setParameter("members", memberIds)
            .getResultList();
  }

  public Optional<Recusal> recusal(AgendaItem item, long memberId) {
    return recusals(item).stream().filter(recusal -> recusal.memberId() == memberId).findFirst();
  }
}
