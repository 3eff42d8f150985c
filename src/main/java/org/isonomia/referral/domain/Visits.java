package org.isonomia.referral.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** Visits by link and PIN, and the PINs that were wrong. */
@ApplicationScoped
public class Visits {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(Visit visit) {
    em.persist(visit);
  }

  public Optional<Visit> find(String tokenHash) {
    return Optional.ofNullable(em.find(Visit.class, tokenHash));
  }

  public void end(String tokenHash) {
    find(tokenHash).ifPresent(em::remove);
  }

  /** Access has ended: what visits to this referral had open is forgotten. */
  public void forget(long referralId) {
    em.createQuery("update Visit v set v.opened = null, v.linkPair = null where v.referralId = :r")
        .setParameter("r", referralId)
        .executeUpdate();
  }

  public void endExpired(Instant realNow) {
    em.createQuery("delete from Visit v where v.endsAt < :now")
        .setParameter("now", realNow)
        .executeUpdate();
  }

  /**
   * What is known of wrong PINs of this referral, locked: however many try at once, they try one by
   * one.
   */
  public PinTry lockTry(long referralId) {
    em.createNativeQuery(
            "insert into referral_pin_try (referral_id, wrong) values (?, 0) on conflict do nothing")
        .setParameter(1, referralId)
        .executeUpdate();
    var row =
        (Object[])
            em.createNativeQuery(
                    "select wrong, closed_until from referral_pin_try where referral_id = ? for update")
                .setParameter(1, referralId)
                .getSingleResult();
    return new PinTry(((Number) row[0]).intValue(), instant(row[1]));
  }

  public void keepTry(long referralId, PinTry pinTry) {
    em.createNativeQuery(
            "update referral_pin_try set wrong = ?, closed_until = cast(? as timestamptz) where referral_id = ?")
        .setParameter(1, pinTry.wrong())
        .setParameter(2, pinTry.closedUntil() == null ? null : pinTry.closedUntil().toString())
        .setParameter(3, referralId)
        .executeUpdate();
  }

  private static Instant instant(Object column) {
    if (column == null) {
      return null;
    }
    return column instanceof Timestamp stamp
        ? stamp.toInstant()
        : ((java.time.OffsetDateTime) column).toInstant();
  }
}
