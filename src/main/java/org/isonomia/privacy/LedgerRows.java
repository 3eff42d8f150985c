package org.isonomia.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.isonomia.shared.AppClock;

/** The ledger in PostgreSQL. */
@ApplicationScoped
public class LedgerRows implements Ledger {
  private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9/._:-]{1,120}");

  /** A line of the ledger. */
  public record Line(long id, Instant at, String kind, String subject) {
    /** As it stands in the file. */
    public String written() {
      return id + " " + at + " " + kind + " " + subject;
    }
  }

  /**
   * A moment of the ledger. Every line's number up to {@code given} belongs to a transaction below
   * {@code next}; when at a later moment {@code running} has reached that, all of them have ended,
   * and a number that is not in the table will never be.
   *
   * @param given last number that was given
   * @param running the oldest transaction that has not ended
   * @param next number of the next transaction
   */
  public record Horizon(long given, long running, long next) {}

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Inject AppClock clock;

  @Override
  public void note(Kind kind, String subject) {
    if (!SUBJECT.matcher(subject).matches()) {
      // never more than a number or a code leaves the database
      throw new IllegalArgumentException("not a subject of the ledger");
    }
    // this transaction gets its number before the line gets its own: see Horizon
    query("select cast(pg_current_xact_id() as text)").getSingleResult();
    query(
            "insert into privacy_ledger (id, at, kind, subject)"
                + " values (nextval('privacy_ledger_id'), ?, ?, ?)",
            Timestamp.from(clock.instant()),
            kind.name(),
            subject)
        .executeUpdate();
  }

  /** The moment; ask before the lines are read. */
  public Horizon horizon() {
    // two statements: whoever drew a number before the first is known to the second
    var given =
        (Number)
            query(
                    "select case when is_called then last_value else last_value - 1 end"
                        + " from privacy_ledger_id")
                .getSingleResult();
    var row =
        (Object[])
            query(
                    "select cast(pg_snapshot_xmin(s) as text), cast(pg_snapshot_xmax(s) as text)"
                        + " from pg_current_snapshot() s")
                .getSingleResult();
    return new Horizon(
        given.longValue(), Long.parseLong((String) row[0]), Long.parseLong((String) row[1]));
  }

  /** Lines from this number on, in their order. */
  public List<Line> from(long id, int most) {
    return lines(
        query("select id, at, kind, subject from privacy_ledger where id >= ? order by id", id)
            .setMaxResults(most));
  }

  /** What a restore left to be done, locked: two nodes that start do it once. */
  public List<Line> toReplay() {
    return lines(
        query(
            "select r.ledger_id, l.at, r.kind, r.subject from privacy_replay r"
                + " join privacy_ledger l on l.id = r.ledger_id where r.done_at is null"
                + " order by r.ledger_id for update of r"));
  }

  public void replayed(long id) {
    query(
            "update privacy_replay set done_at = ? where ledger_id = ?",
            Timestamp.from(clock.instant()),
            id)
        .executeUpdate();
  }

  /**
   * Teams that somebody left again after a restore: their key is still the one that person could
   * have kept, until a member makes a new one.
   */
  public List<String> teamsToRotate() {
    return query(
            "select distinct k.holder, 1 from privacy_key k join privacy_replay r"
                + " on r.kind = 'DEPARTED' and r.subject like 'MEMBER/%/' || k.holder"
                + " where r.done_at is not null and k.retired_at is null"
                + " and k.generation = (select max(n.generation) from privacy_key n"
                + " where n.holder = k.holder) and k.made_at < r.done_at")
        .getResultList()
        .stream()
        .map(row -> (String) ((Object[]) row)[0])
        .toList();
  }

  private Query query(String sql, Object... parameters) {
    var query = em.createNativeQuery(sql);
    for (var i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query;
  }

  @SuppressWarnings("unchecked")
  private static List<Line> lines(Query query) {
    return ((List<Object[]>) query.getResultList())
        .stream()
            .map(
                row ->
                    new Line(
                        ((Number) row[0]).longValue(),
                        row[1] instanceof Timestamp stamp
                            ? stamp.toInstant()
                            : ((OffsetDateTime) row[1]).toInstant(),
                        (String) row[2],
                        (String) row[3]))
            .toList();
  }
}
