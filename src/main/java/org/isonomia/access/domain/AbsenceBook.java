package org.isonomia.access.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All absences, as if in memory. */
@ApplicationScoped
public class AbsenceBook {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public void add(Absence absence) {
    em.persist(absence);
  }

  public Optional<Absence> find(long id) {
    return Optional.ofNullable(em.find(Absence.class, id));
  }

  /** Running or to come, the soonest first. */
  public List<Absence> open(LocalDate today) {
    return em.createQuery(
            "select a from Absence a where a.endedAt is null and a.to >= :today"
                + " order by a.from, a.id",
            Absence.class)
        .setParameter("today", today)
        .setMaxResults(500)
        .getResultList();
  }

  /** Those for whom this account stands in on this day. */
  public Set<Long> standsInFor(long deputy, LocalDate day) {
    return new HashSet<>(
        em.createQuery(
                "select a.accountId from Absence a where a.deputyId = :deputy"
                    + " and a.endedAt is null"
                    + " and a.from <= :day and a.to >= :day",
                Long.class)
            .setParameter("deputy", deputy)
            .setParameter("day", day)
            .getResultList());
  }
}
