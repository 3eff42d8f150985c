package org.isonomia.casework.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.isonomia.casework.domain.IdentityOpening;
import org.isonomia.casework.domain.IdentityOpenings;
import org.isonomia.shared.CaseNumber;

/** Openings of identities in the database. */
@ApplicationScoped
public class StoredOpenings implements IdentityOpenings {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Override
  public void add(IdentityOpening opening) {
    em.persist(opening);
  }

  @Override
  public List<IdentityOpening> of(CaseNumber number) {
    return em.createQuery(
            "select o from IdentityOpening o where o.number = :number order by o.id desc",
            IdentityOpening.class)
        .setParameter("number", number.value())
        .getResultList();
  }

  @Override
  public List<IdentityOpening> last(int most) {
    return em.createQuery(
            "select o from IdentityOpening o order by o.id desc", IdentityOpening.class)
        .setMaxResults(most)
        .getResultList();
  }
}
