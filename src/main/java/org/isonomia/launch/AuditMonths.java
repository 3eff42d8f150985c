package org.isonomia.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Drops, at a start and as the owner of the tables, what the audit need not keep any longer:
 * records of a month and a kind, and the month's part of the chain when nothing of it is kept. Only
 * what the program has signed ({@code audit_release}) goes, and only when its time is over by the
 * settings and the clock of this start, too: a program that was taken over cannot have it deleted
 * earlier. What a month began and ended with stays, so that the chain can be followed from there.
 */
final class AuditMonths {
  // one number for one purpose: nobody else may take this lock
  private static final long LOCK = 0x69736f64726f70L;

  private AuditMonths() {}

  /**
   * @param months how many months are kept after the one in which something happened, by kind
   */
  static void drop(String url, String owner, String password, Map<String, Integer> months) {
    try (var connection = DriverManager.getConnection(url, owner, password)) {
      connection.setAutoCommit(false);
      connection.setSchema(Tables.SCHEMA);
      // nodes that start together drop one after the other; the second finds nothing to do
      try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
        lock.setLong(1, LOCK);
        lock.execute();
      }
      drop(connection, months, OffsetDateTime.now(ZoneOffset.UTC));
      connection.commit();
    } catch (SQLException e) {
      throw StartRefused.because(
          "What the audit need not keep could not be dropped, SQL state " + e.getSQLState() + ".");
    }
  }

  static void drop(Connection connection, Map<String, Integer> months, OffsetDateTime now)
      throws SQLException {
    for (var kind : months.entrySet()) {
      try (var due =
          connection.prepareStatement(
              "select r.month from audit_release r join audit_segment s on s.month = r.month"
                  + " and s.last_seq = r.last_seq and s.closing_hash = r.closing_hash"
                  + " where r.month < ? and r.kind = ? and r.month + make_interval(months =>"
                  + " 1 + r.months_kept) <= ? at time zone 'UTC'"
                  + " and r.records = (select count(*) from audit_link l"
                  + " where l.month = r.month and l.kind = r.kind)"
                  + " and not exists (select 1 from audit_dropped d"
                  + " where d.month = r.month and d.kind = r.kind) order by r.month")) {
        due.setObject(1, lastKept(now, kind.getValue()));
        due.setString(2, kind.getKey());
        due.setObject(3, now);
        try (var rows = due.executeQuery()) {
          while (rows.next()) {
            drop(connection, rows.getObject(1, LocalDate.class), kind.getKey(), now);
          }
        }
      }
    }
    try (var links =
        connection.prepareStatement(
            "delete from audit_link l where (select count(*) from audit_dropped d"
                + " where d.month = l.month) = ? and l.month <= (select max(s.month)"
                + " from audit_segment s where not exists (select 1 from audit_segment o"
                + " where o.month <= s.month and (select count(*) from audit_dropped d"
                + " where d.month = o.month) < ?))")) {
      // only from the beginning: a chain has no holes
      links.setInt(1, months.size());
      links.setInt(2, months.size());
      links.executeUpdate();
    }
  }

  /** The first month that is still kept. */
  private static LocalDate lastKept(OffsetDateTime now, int months) {
    return YearMonth.from(now).minusMonths(months).atDay(1);
  }

  private static void drop(Connection connection, LocalDate month, String kind, OffsetDateTime now)
      throws SQLException {
    long records;
    try (var delete =
        connection.prepareStatement(
            "delete from audit_record r using audit_link l"
                + " where l.record_id = r.id and l.month = ? and l.kind = ?")) {
      delete.setObject(1, month);
      delete.setString(2, kind);
      records = delete.executeUpdate();
    }
    try (var note =
        connection.prepareStatement(
            "insert into audit_dropped (month, kind, records, at) values (?,?,?,?)")) {
      note.setObject(1, month);
      note.setString(2, kind);
      note.setLong(3, records);
      note.setObject(4, now);
      note.executeUpdate();
    }
  }
}
