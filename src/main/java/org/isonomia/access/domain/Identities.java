package org.isonomia.access.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** Who is who at the single sign-on, and who is on the way back from it, as if in memory. */
@ApplicationScoped
public class Identities {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public Optional<Identity> find(String issuer, String subject) {
    return Optional.ofNullable(em.find(Identity.class, Identity.hash(issuer, subject)));
  }

  public void add(Identity identity) {
    em.persist(identity);
  }

  /** A new attempt; those whose time is over are forgotten with it. */
  public void begin(SsoAttempt attempt, Instant now) {
    em.createQuery("delete from SsoAttempt a where a.expiresAt < :now")
        .setParameter("now", now)
        .executeUpdate();
    em.persist(attempt);
  }

  /** The attempt, which is used up with this. */
  public Optional<SsoAttempt> take(String tokenHash, Instant now) {
    var attempt = em.find(SsoAttempt.class, tokenHash, LockModeType.PESSIMISTIC_WRITE);
    if (attempt != null) {
      em.remove(attempt);
    }
    return Optional.ofNullable(attempt).filter(a -> a.isOpen(now));
  }
}
