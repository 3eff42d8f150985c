package org.isonomia.partner.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Keys to file with, as if in memory; each institution has one that is good at most. */
@ApplicationScoped
public class FilingKeys {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  /** What was ended before is written first: there is never more than one. */
  public void add(FilingKey key) {
    em.flush();
    em.persist(key);
  }

  /** The good one of an institution. */
  public Optional<FilingKey> of(long institutionId) {
    return em.createQuery(
            "select k from FilingKey k where k.institutionId = :id and k.endedAt is null",
            FilingKey.class)
        .setParameter("id", institutionId)
        .getResultStream()
        .findFirst();
  }

  /** The good one with this digest, held until the end of the act: ending it waits, or has won. */
  public Optional<FilingKey> hold(String hash) {
    return em.createQuery(
            "select k from FilingKey k where k.hash = :hash and k.endedAt is null", FilingKey.class)
        .setParameter("hash", hash)
        .setLockMode(LockModeType.PESSIMISTIC_READ)
        .getResultStream()
        .findFirst();
  }
}
