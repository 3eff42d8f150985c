package org.isonomia.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a key that fell into wrong hands could open, by the envelopes that lie there now: numbers of
 * cases, nothing of them. An envelope that was taken away before is not seen; that somebody read is
 * in the audit.
 */
@ApplicationScoped
public class Exposure {
  private static final String ROOTS =
      "select distinct e.root from privacy_envelope e join privacy_key k"
          + " on e.reader = 'K' || k.id or e.reader like 'K' || k.id || ':%' where ";

  private static final int MOST_KEYS = 500;

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  /** Cases of which something opens with this key. */
  public Set<String> byKey(long keyId) {
    return roots(ROOTS + "k.id = ?1", keyId);
  }

  /** Cases of which something opens with any key of a team or an institution. */
  public Set<String> byHolder(Holder holder) {
    return roots(ROOTS + "k.holder = ?1", holder.code());
  }

  /**
   * Cases that a person could open in this time: by themselves, and with the keys of the teams they
   * belonged to, as far as those were made while they did.
   */
  public Set<String> byPerson(long account, Instant from, Instant until) {
    var own = Holder.person(account).code();
    var found = roots(ROOTS + "k.holder = ?1", own);
    found.addAll(
        roots(
            ROOTS
                + "exists (select 1 from privacy_member m join privacy_key p on p.id = m.key_id"
                + " where p.holder = ?1 and m.team = k.holder and m.since <= ?2"
                + " and (m.ended_at is null or m.ended_at >= ?3)"
                + " and k.made_at <= coalesce(m.ended_at, ?2))",
            own,
            Timestamp.from(until),
            Timestamp.from(from)));
    return found;
  }

  /** A key that was ever made; {@code holder} as in {@link Holder#code}. */
  public record Made(long id, String holder, Instant at, boolean retired) {}

  /** The newest keys of persons, teams and institutions. */
  @SuppressWarnings("unchecked")
  public List<Made> keys() {
    return ((List<Object[]>)
            em.createNativeQuery(
                    "select id, holder, made_at, retired_at is not null from privacy_key"
                        + " order by id desc limit "
                        + MOST_KEYS)
                .getResultList())
        .stream()
            .map(
                row ->
                    new Made(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        ((Timestamp) row[2]).toInstant(),
                        (Boolean) row[3]))
            .toList();
  }

  @SuppressWarnings("unchecked")
  private Set<String> roots(String sql, Object... parameters) {
    var query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return new TreeSet<>((List<String>) query.getResultList());
  }
}
