package org.isonomia.partner.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Enrolments that wait for their institution, one each at most. */
@ApplicationScoped
public class Enrolments {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(Enrolment enrolment) {
    em.persist(enrolment);
  }

  public Optional<Enrolment> find(long institutionId) {
    return Optional.ofNullable(em.find(Enrolment.class, institutionId));
  }

  /** To try it or to make it anew: however many try at once, they try one by one. */
  public Optional<Enrolment> lock(long institutionId) {
    return Optional.ofNullable(
        em.find(Enrolment.class, institutionId, LockModeType.PESSIMISTIC_WRITE));
  }

  public void remove(Enrolment enrolment) {
    em.remove(enrolment);
  }
}
