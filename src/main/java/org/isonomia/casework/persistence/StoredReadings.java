package org.isonomia.casework.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.isonomia.casework.domain.Readings;
import org.isonomia.shared.CaseNumber;

/** Readings and refusals in the database; by statements, because most openings write nothing. */
@ApplicationScoped
public class StoredReadings implements Readings {
  /** How often the last opening of one person is written. */
  private static final Duration COARSE = Duration.ofHours(1);

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Override
  public void opened(CaseNumber number, long account, Instant at) {
    var fresh =
        query(
                "select 1 from casework_reading where number = ? and account = ? and last_at > ?",
                number.value(),
                account,
                Timestamp.from(at.minus(COARSE)))
            .getResultList();
    if (fresh.isEmpty()) {
      query(
              "insert into casework_reading (number, account, first_at, last_at) values (?,?,?,?)"
                  + " on conflict (number, account) do update set last_at = excluded.last_at",
              number.value(),
              account,
              Timestamp.from(at),
              Timestamp.from(at))
          .executeUpdate();
    }
  }

  @Override
  public void refused(CaseNumber number, long account, Instant at) {
    query(
            "insert into casework_refused_opening (number, account, at) values (?,?,?)",
            number.value(),
            account,
            Timestamp.from(at))
        .executeUpdate();
  }

  @Override
  public List<Reading> of(CaseNumber number) {
    return rows(
            "select account, first_at, last_at from casework_reading where number = ?"
                + " order by first_at, account",
            number.value())
        .stream()
        .map(row -> new Reading(number(row[0]), instant(row[1]), instant(row[2])))
        .toList();
  }

  @Override
  public List<Refused> refusedOf(CaseNumber number) {
    return rows(
            "select account, count(*), max(at) from casework_refused_opening where number = ?"
                + " group by account",
            number.value())
        .stream()
        .map(row -> new Refused(number(row[0]), number(row[1]), instant(row[2])))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> rows(String sql, Object... parameters) {
    return query(sql, parameters).getResultList();
  }

  private Query query(String sql, Object... parameters) {
    var query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query;
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }

  private static Instant instant(Object column) {
    return column instanceof Timestamp stamp
        ? stamp.toInstant()
        : ((OffsetDateTime) column).toInstant();
  }
}
