package org.isonomia.referral.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** What reporters told partners of themselves, one a referral at most. */
@ApplicationScoped
public class ToldNames {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(ToldName told) {
    em.persist(told);
  }

  public Optional<ToldName> of(Referral referral) {
    return Optional.ofNullable(em.find(ToldName.class, referral.id()));
  }
}
