package org.isonomia.casework.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.isonomia.casework.domain.Case;
import org.isonomia.casework.domain.Cases;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * Cases in the database. Within one transaction a case is known by its number once it was added or
 * got: the hands of the picture ask for it several times while a report is being filed, and a query
 * each time would cost a flush and a round trip.
 */
@ApplicationScoped
public class StoredCases implements Cases {
  private static final Object KEY = StoredCases.class;

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry transaction;

  @Override
  public void add(Case opened) {
    em.persist(opened);
    inHand().put(opened.number().value(), opened);
  }

  @Override
  public Optional<Case> find(CaseNumber number) {
    var known = inHand().get(number.value());
    return known != null ? Optional.of(known) : query(number, LockModeType.NONE);
  }

  @Override
  public Case get(CaseNumber number) {
    var known = inHand().get(number.value());
    if (known != null) {
      return known;
    }
    var found =
        query(number, LockModeType.PESSIMISTIC_WRITE)
            .orElseThrow(() -> Problem.notFound("no-such-case"));
    inHand().put(number.value(), found);
    return found;
  }

  private Optional<Case> query(CaseNumber number, LockModeType lock) {
    return em.createQuery("select c from CaseFile c where c.number = :number", Case.class)
        .setParameter("number", number.value())
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Case> inHand() {
    if (transaction.getTransactionKey() == null) {
      return new HashMap<>();
    }
    var map = (Map<String, Case>) transaction.getResource(KEY);
    if (map == null) {
      map = new HashMap<>();
      transaction.putResource(KEY, map);
    }
    return map;
  }
}
