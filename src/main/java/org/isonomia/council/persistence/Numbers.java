package org.isonomia.council.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Public numbers, counted anew each year. The row of the year is locked until the transaction ends,
 * so numbers have neither doubles nor gaps: a register of decisions must show that nothing was
 * taken out.
 */
@ApplicationScoped
public class Numbers {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  /** {@code AI-2027-00001}. */
  public String nextItem(int year) {
    return "AI-%04d-%05d".formatted(year, next("AI", year));
  }

  /** {@code CM-2027-00001}. */
  public String nextMeeting(int year) {
    return "CM-%04d-%05d".formatted(year, next("CM", year));
  }

  /** The 5 of {@code 5/2027}. */
  public int nextDecision(int year) {
    return next("DECISION", year);
  }

  private int next(String kind, int year) {
    var last =
        (Number)
            em.createNativeQuery(
                    "insert into council_counter (kind, year, last) values (?1, ?2, 1)"
                        + " on conflict (kind, year) do update set last = council_counter.last + 1 returning last")
                .setParameter(1, kind)
                .setParameter(2, year)
                .getSingleResult();
    return last.intValue();
  }
}
