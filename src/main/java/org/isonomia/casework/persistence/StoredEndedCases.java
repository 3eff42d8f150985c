package org.isonomia.casework.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isonomia.casework.domain.EndedCases;
import org.isonomia.shared.CaseNumber;

/** Closed cases by statements: thousands are counted, none is changed. */
@ApplicationScoped
public class StoredEndedCases implements EndedCases {
  /** A case counts as closed while no matter of it is open, whatever its own date says. */
  private static final String ENDED =
      "select c.number, string_agg(distinct m.qualification, ','),"
          + " case when bool_and(m.status in ('CLOSED', 'LEFT_UNEXAMINED')) then c.closed_at end"
          + " from casework_case c join casework_matter m on m.case_id = c.id";

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Override
  @SuppressWarnings("unchecked")
  public List<Ended> closedBefore(Instant moment, int most) {
    List<Object[]> rows =
        em.createNativeQuery(
                ENDED
                    + " where c.closed_at < ?1 group by c.id having bool_and(m.status in ('CLOSED', 'LEFT_UNEXAMINED'))"
                    + " order by c.closed_at, c.number limit ?2")
            .setParameter(1, Timestamp.from(moment))
            .setParameter(2, most)
            .getResultList();
    return rows.stream().map(StoredEndedCases::ended).toList();
  }

  @Override
  public Optional<Ended> lock(CaseNumber number) {
    var locked =
        em.createNativeQuery("select id from casework_case where number = ?1 for update")
            .setParameter(1, number.value())
            .getResultList();
    if (locked.isEmpty()) {
      return Optional.empty();
    }
    return look(number);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Optional<Ended> look(CaseNumber number) {
    List<Object[]> rows =
        em.createNativeQuery(ENDED + " where c.number = ?1 group by c.id")
            .setParameter(1, number.value())
            .getResultList();
    return rows.stream().findFirst().map(StoredEndedCases::ended);
  }

  @Override
  @SuppressWarnings("unchecked")
  public String lastOutcome(CaseNumber number) {
    List<String> outcomes =
        em.createNativeQuery(
                "select m.outcome from casework_matter m join casework_case c on c.id = m.case_id"
                    + " where c.number = ?1 and m.outcome is not null"
                    + " order by m.since desc, m.n desc limit 1")
            .setParameter(1, number.value())
            .getResultList();
    return outcomes.stream().findFirst().orElse(null);
  }

  private static Ended ended(Object[] row) {
    return new Ended(
        new CaseNumber((String) row[0]), Set.of(((String) row[1]).split(",")), instant(row[2]));
  }

  private static Instant instant(Object column) {
    if (column == null) {
      return null;
    }
    return column instanceof Timestamp stamp
        ? stamp.toInstant()
        : ((OffsetDateTime) column).toInstant();
  }
}
