package org.isonomia.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * The erasure share, the envelopes of the case and of everything below it, and who was kept out of
 * them.
 */
@ApplicationScoped
public class ErasedKeys implements Erasable {
  @Inject Safes safes;

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Override
  public List<String> tables() {
    return List.of("privacy_shares.share", "privacy_envelope", "privacy_exclusion");
  }

  @Override
  public void erase(Erasure erasure) {
    if (erasure.again()) {
      safes.eraseAgain(erasure.number().value());
    } else {
      safes.erase(erasure.number().value());
    }
    for (var name : erasure.names()) {
      em.createNativeQuery("delete from privacy_exclusion where scope = ?1 or scope like ?2")
          .setParameter(1, name)
          .setParameter(2, name + "/%")
          .executeUpdate();
    }
  }
}
