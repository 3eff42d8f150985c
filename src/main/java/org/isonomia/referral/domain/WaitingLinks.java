package org.isonomia.referral.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Secrets of links that wait for their mail, one a referral at most. */
@ApplicationScoped
public class WaitingLinks {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  /** The secret of an older link that was never mailed is gone with it. */
  public void keep(WaitingLink link) {
    // the row it points to may be as new as this one
    em.flush();
    em.merge(link);
  }

  public Optional<WaitingLink> find(Referral referral) {
    return Optional.ofNullable(em.find(WaitingLink.class, referral.id()))
        .filter(link -> link.linkIssue() == referral.linkIssue());
  }

  public void remove(long referralId) {
    Optional.ofNullable(em.find(WaitingLink.class, referralId)).ifPresent(em::remove);
  }
}
