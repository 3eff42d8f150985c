package org.isonomia.rights.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** All requests, as if in memory. */
@ApplicationScoped
public class Requests {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  /** The next number; one that is not used afterwards is a gap. */
  public String nextNumber() {
    return "RP-%04d"
        .formatted(
            ((Number)
                    em.createNativeQuery("select nextval('rights_request_number')")
                        .getSingleResult())
                .longValue());
  }

  public void add(RightsRequest request) {
    em.persist(request);
  }

  /** To read it. */
  public RightsRequest look(String number) {
    return em.createQuery(
            "select r from RightsRequest r where r.number = :number", RightsRequest.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> Problem.forbidden("case-not-yours"));
  }

  /** For which something was lent not later than this, to end it. */
  public List<RightsRequest> lentUntil(Instant at) {
    return em.createQuery(
            "select r from RightsRequest r where r.lentAt <= :at", RightsRequest.class)
        .setParameter("at", at)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Whose erasure waits, or waited, in this list. */
  public List<RightsRequest> listedIn(String list) {
    return em.createQuery("select r from RightsRequest r where r.list = :list", RightsRequest.class)
        .setParameter("list", list)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Forgets those that were answered before. */
  public int forgetAnsweredBefore(Instant at) {
    return em.createQuery("delete from RightsRequest r where r.answeredAt < :at")
        .setParameter("at", at)
        .executeUpdate();
  }

  /** To change it, one after the other. */
  public RightsRequest get(String number) {
    return em.createQuery(
            "select r from RightsRequest r where r.number = :number", RightsRequest.class)
        .setParameter("number", number)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> Problem.forbidden("case-not-yours"));
  }

  /** Open ones first, soonest due first. */
  public List<RightsRequest> last(int most) {
    return em.createQuery(
            "select r from RightsRequest r order by case when r.answeredAt is null then 0 else 1 end,"
                + " r.dueOn, r.id desc",
            RightsRequest.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** Oldest first. */
  public List<RightsRequest> of(CaseNumber about) {
    return em.createQuery(
            "select r from RightsRequest r where r.caseNumber = :about order by r.id",
            RightsRequest.class)
        .setParameter("about", about.value())
        .getResultList();
  }
}
