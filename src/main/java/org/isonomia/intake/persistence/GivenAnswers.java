package org.isonomia.intake.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import org.isonomia.privacy.Sealed;

/**
 * What was answered to an Idempotency-Key. Times are real time: a lost connection does not wait for
 * the city's clock.
 */
@ApplicationScoped
public class GivenAnswers {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  /**
   * @param sealed opens with the header's value and the body only
   */
  public record Answer(String bodyHash, Sealed sealed) {}

  /**
   * Notes this answer unless a living one is there. Whoever comes second while the first has not
   * committed waits here, and takes the place if the first fails.
   *
   * @param living answers older than this are forgotten
   * @return whether it was noted
   */
  public boolean claim(String keyHash, String bodyHash, Sealed sealed, Instant at, Instant living) {
    return em.createNativeQuery(
                "insert into intake_answer as a (key_hash, body_hash, answer_sealed, answered_at) values (?1, ?2, ?3, ?4)"
                    + " on conflict (key_hash) do update set body_hash = excluded.body_hash,"
                    + " answer_sealed = excluded.answer_sealed, answered_at = excluded.answered_at"
                    + " where a.answered_at < ?5")
            .setParameter(1, keyHash)
            .setParameter(2, bodyHash)
            .setParameter(3, sealed.bytes())
            .setParameter(4, Timestamp.from(at))
            .setParameter(5, Timestamp.from(living))
            .executeUpdate()
        == 1;
  }

  /** Whether a living answer was given. */
  public boolean isThere(String keyHash, Instant living) {
    return !em.createNativeQuery(
            "select 1 from intake_answer where key_hash = ?1 and answered_at >= ?2")
        .setParameter(1, keyHash)
        .setParameter(2, Timestamp.from(living))
        .getResultList()
        .isEmpty();
  }

  public Answer get(String keyHash) {
    var row =
        (Object[])
            em.createNativeQuery(
                    "select body_hash, answer_sealed from intake_answer where key_hash = ?1")
                .setParameter(1, keyHash)
                .getSingleResult();
    return new Answer((String) row[0], Sealed.ofBytes((byte[]) row[1]));
  }

  public void forgetOlderThan(Instant living) {
    em.createNativeQuery("delete from intake_answer where answered_at < ?1")
        .setParameter(1, Timestamp.from(living))
        .executeUpdate();
  }
}
