package org.isonomia.retention.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** What holds cases back. */
@ApplicationScoped
public class Holds {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(Hold hold) {
    em.persist(hold);
  }

  /** Locked, so that one of two who lift it is second. */
  public Hold lock(long id) {
    var hold = em.find(Hold.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (hold == null) {
      throw Problem.notFound("no-such-hold");
    }
    return hold;
  }

  /** All that hold something now, the oldest first. */
  public List<Hold> inForce() {
    return em.createQuery(
            "select h from Hold h where h.liftedAt is null order by h.setAt, h.id", Hold.class)
        .getResultList();
  }

  /** Those that were lifted last. */
  public List<Hold> lifted(int most) {
    return em.createQuery(
            "select h from Hold h where h.liftedAt is not null order by h.liftedAt desc, h.id",
            Hold.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** Whether somebody of this kind holds it. */
  public boolean isHeld(CaseNumber number, Hold.Code code) {
    return inForce().stream().anyMatch(h -> h.number().equals(number) && h.code() == code);
  }

  /** Ask after the case was locked: who sets a hold locks it, too. */
  public boolean isHeld(CaseNumber number) {
    return em.createQuery(
                "select count(h) from Hold h where h.number = :number and h.liftedAt is null",
                Long.class)
            .setParameter("number", number.value())
            .getSingleResult()
        > 0;
  }
}
