package org.isonomia.audit.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isonomia.audit.AuditRecord;

/** The records: added in the transaction of their act, read by number downwards. */
@ApplicationScoped
public class Records {
  static final String COLUMNS =
      "r.id, r.at, r.city_at, r.actor_id, r.actor_kind, r.kind, r.act, r.subject, r.case_number,"
          + " r.reason";
  private static final String ADD =
      "insert into audit_record (at, city_at, actor_id, actor_kind, kind, act, subject, case_number,"
          + " reason) values (?,?,?,?,?,?,?,?,?)";

  /**
   * What is looked for; {@code null} for whatever it may be.
   *
   * @param until not included
   */
  public record Wanted(
      Instant from,
      Instant until,
      Long actor,
      String actorKind,
      String kind,
      String act,
      String subject) {}

  @Inject Sql sql;

  public void add(AuditRecord one) {
    sql.change(
        ADD,
        one.at(),
        one.cityAt(),
        one.actorId(),
        one.actorKind(),
        one.kind(),
        one.act(),
        one.subject(),
        one.caseNumber(),
        one.reason());
  }

  /** Newest first, before this number. */
  public List<AuditRecord> find(Wanted wanted, long before, int most) {
    var values = new ArrayList<Object>();
    var where = where(wanted, values);
    values.add(before);
    values.add(most);
    return sql.list(
        "select "
            + COLUMNS
            + " from audit_record r where "
            + where
            + " and r.id < ?"
            + " order by r.id desc limit ?",
        Records::read,
        values.toArray());
  }

  /** How many of each kind, not more than so many in all are counted. */
  public Map<String, Long> count(Wanted wanted, int most) {
    var values = new ArrayList<Object>();
    var where = where(wanted, values);
    values.add(most);
    var counts = new TreeMap<String, Long>();
    sql.each(
        "select f.kind, count(*) as n from (select r.kind from audit_record r where "
            + where
            + " limit ?) f group by f.kind",
        row -> counts.put(row.getString("kind"), row.getLong("n")),
        values.toArray());
    return counts;
  }

  /** Who read a case, newest first; what the reporter and the house read is not shown there. */
  public List<AuditRecord> readings(String caseNumber, long before, int most) {
    return sql.list(
        "select "
            + COLUMNS
            + " from audit_record r where r.case_number = ? and r.kind = 'READ'"
            + " and r.actor_kind in ('PERSON', 'PARTNER_LINK') and r.act not like 'audit.%'"
            + " and r.id < ? order by r.id desc limit ?",
        Records::read,
        caseNumber,
        before,
        most);
  }

  private static String where(Wanted wanted, List<Object> values) {
    var where = new StringBuilder("true");
    also(where, values, "r.city_at >= ?", wanted.from());
    also(where, values, "r.city_at < ?", wanted.until());
    also(where, values, "r.actor_id = ?", wanted.actor());
    also(where, values, "r.actor_kind = ?", wanted.actorKind());
    also(where, values, "r.kind = ?", wanted.kind());
    also(where, values, "r.act = ?", wanted.act());
    if (wanted.subject() != null) {
      where.append(" and (r.subject = ? or r.case_number = ?)");
      values.add(wanted.subject());
      values.add(wanted.subject());
    }
    return where.toString();
  }

  private static void also(StringBuilder where, List<Object> values, String what, Object value) {
    if (value != null) {
      where.append(" and ").append(what);
      values.add(value);
    }
  }

  static AuditRecord read(ResultSet row) throws SQLException {
    return new AuditRecord(
        row.getLong("id"),
        Sql.instant(row, "at"),
        Sql.instant(row, "city_at"),
        row.getLong("actor_id"),
        row.getString("actor_kind"),
        row.getString("kind"),
        row.getString("act"),
        row.getString("subject"),
        row.getString("case_number"),
        row.getString("reason"));
  }
}
