package org.isonomia.casework.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.isonomia.casework.domain.Need;
import org.isonomia.casework.domain.Needs;
import org.isonomia.shared.CaseNumber;

/** Needs in the database. */
@ApplicationScoped
public class StoredNeeds implements Needs {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Override
  public String nextKey() {
    return "PN-" + em.createNativeQuery("select nextval('casework_need_number')").getSingleResult();
  }

  @Override
  public void add(Need need) {
    em.persist(need);
  }

  @Override
  public Optional<Need> find(String key) {
    return em.createQuery("select n from Need n where n.key = :key", Need.class)
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<Need> lock(String key) {
    return em.createQuery("select n from Need n where n.key = :key", Need.class)
        .setParameter("key", key)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Need> of(CaseNumber number) {
    return em.createQuery("select n from Need n where n.number = :number order by n.id", Need.class)
        .setParameter("number", number.value())
        .getResultList();
  }
}
