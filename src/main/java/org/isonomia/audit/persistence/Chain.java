package org.isonomia.audit.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.isonomia.audit.AuditRecord;
import org.isonomia.audit.Head;
import org.isonomia.audit.Link;
import org.isonomia.audit.Release;

/** The chain over the records, its months and its heads. */
@ApplicationScoped
public class Chain {
  // one number for one purpose: nobody else may take this lock
  private static final long LOCK = 0x69736f61756469L;

  // records that are looked at to find where a period begins
  private static final int ABOUT = 1000;

  /** The end of the chain, and how far the records' own order was followed. */
  public record End(long seq, byte[] hash, String month, int epoch, String txid, long recordId) {
    static final End NONE = new End(0, Link.BEGINNING, null, 0, "0", 0);
  }

  /** A record that waits for its place, and where it stands in the records' own order. */
  public record Waiting(AuditRecord record, int epoch, String txid) {}

  /** Records that were dropped after their class. */
  public record Dropped(YearMonth month, String kind, long records, Instant at) {}

  /** A month that has ended. */
  public record Segment(YearMonth month, long first, long last, byte[] opening, byte[] closing) {}

  @Inject Sql sql;

  /** Whether nobody else seals now; the lock ends with the transaction. */
  public boolean isMine() {
    return sql.list("select pg_try_advisory_xact_lock(?) as mine", r -> r.getBoolean("mine"), LOCK)
        .get(0);
  }

  public End end() {
    var last =
        sql.list(
            "select seq, hash, month, epoch, txid::text as txid, record_id from audit_link"
                + " order by seq desc limit 1",
            row ->
                new End(
                    row.getLong("seq"),
                    row.getBytes("hash"),
                    month(row).toString(),
                    row.getInt("epoch"),
                    row.getString("txid"),
                    row.getLong("record_id")));
    if (!last.isEmpty()) {
      return last.get(0);
    }
    // everything was dropped after its class: the chain goes on from the last month that ended
    return sql
        .list(
            "select * from audit_segment order by month desc limit 1",
            row ->
                new End(
                    row.getLong("last_seq"),
                    row.getBytes("closing_hash"),
                    month(row).toString(),
                    0,
                    "0",
                    0))
        .stream()
        .findFirst()
        .orElse(End.NONE);
  }

  /** Whether this place is still what it was. */
  public boolean isThere(End seen) {
    return !sql.list(
            "select 1 as one from audit_link where seq = ? and hash = ?",
            row -> row.getInt("one"),
            seen.seq(),
            seen.hash())
        .isEmpty();
  }

  /**
   * Records after this place that no transaction still under way can come before. A transaction
   * that is not finished has a number that is not below the oldest one running.
   */
  public List<Waiting> after(End end, int most) {
    return sql.list(
        "select "
            + Records.COLUMNS
            + ", r.epoch, r.txid::text as txid from audit_record r"
            + " where (r.epoch, r.txid, r.id) > (?, ?::text::xid8, ?)"
            // an epoch that has not been opened is nobody's: it must not carry the chain away
            + " and r.epoch <= audit_epoch_now() and (r.epoch < audit_epoch_now()"
            + " or r.txid < pg_snapshot_xmin(pg_current_snapshot()))"
            + " order by r.epoch, r.txid, r.id limit ?",
        row -> new Waiting(Records.read(row), row.getInt("epoch"), row.getString("txid")),
        end.epoch(),
        end.txid(),
        end.recordId(),
        most);
  }

  public void add(List<Link> links, List<Waiting> of) {
    var rows = new java.util.ArrayList<Object[]>();
    for (int i = 0; i < links.size(); i++) {
      var link = links.get(i);
      rows.add(
          new Object[] {
            link.seq(),
            link.recordId(),
            of.get(i).epoch(),
            of.get(i).txid(),
            YearMonth.parse(link.month()).atDay(1),
            link.kind(),
            link.recordHash(),
            link.before(),
            link.hash()
          });
    }
    sql.many(
        "insert into audit_link (seq, record_id, epoch, txid, month, kind, record_hash,"
            + " previous_hash, hash) values (?,?,?,?::text::xid8,?,?,?,?,?)",
        rows);
  }

  /** Closes a month whose last link this is. */
  public void close(String month, long last, byte[] closing) {
    var first = YearMonth.parse(month).atDay(1);
    sql.change(
        "insert into audit_segment (month, first_seq, last_seq, opening_hash, closing_hash)"
            + " select ?, seq, ?, previous_hash, ? from audit_link where month = ?"
            + " order by seq limit 1",
        first,
        last,
        closing,
        first);
  }

  /** What stands before the first link that is still there, or before this number. */
  public End before(long seq) {
    return sql
        .list(
            "select seq - 1 as seq, previous_hash from audit_link where seq >= ? order by seq limit 1",
            row -> new End(row.getLong("seq"), row.getBytes("previous_hash"), null, 0, "0", 0),
            seq)
        .stream()
        .findFirst()
        .orElseGet(this::end);
  }

  /**
   * The first number whose record is not older than this. Records have their places in the order of
   * their transactions, not of their times: the first of a few by time is taken.
   */
  public long firstSince(Instant from) {
    return sql.list(
            "select coalesce(min(l.seq), 0) as seq from (select r.id from audit_record r"
                + " where r.city_at >= ? order by r.city_at, r.id limit "
                + ABOUT
                + ") f join audit_link l on l.record_id = f.id",
            row -> row.getLong("seq"),
            from)
        .get(0);
  }

  /** The last number whose record is older than this. */
  public long lastUntil(Instant until) {
    return sql.list(
            "select coalesce(max(l.seq), 0) as seq from (select r.id from audit_record r"
                + " where r.city_at < ? order by r.city_at desc, r.id desc limit "
                + ABOUT
                + ") f join audit_link l on l.record_id = f.id",
            row -> row.getLong("seq"),
            until)
        .get(0);
  }

  /** Link by link with its record, which is {@code null} where there is none. */
  public void walk(long from, long to, BiConsumer<Link, AuditRecord> step) {
    sql.each(
        "select l.seq, l.record_id, l.month, l.kind as link_kind, l.record_hash, l.previous_hash,"
            + " l.hash, "
            + Records.COLUMNS
            + " from audit_link l left join audit_record r on r.id = l.record_id"
            + " where l.seq between ? and ? order by l.seq",
        row -> {
          var link =
              new Link(
                  row.getLong("seq"),
                  row.getLong("record_id"),
                  month(row).toString(),
                  row.getString("link_kind"),
                  row.getBytes("record_hash"),
                  row.getBytes("previous_hash"),
                  row.getBytes("hash"));
          step.accept(link, row.getString("act") == null ? null : Records.read(row));
        },
        from,
        to);
  }

  /** Numbers of records that stand before the end in their own order and have no place. */
  public List<Long> slippedIn(End end, int most) {
    return sql.list(
        "select r.id from audit_record r where ((r.epoch, r.txid, r.id) <= (?, ?::text::xid8, ?)"
            + " or r.epoch > audit_epoch_now())"
            + " and not exists (select 1 from audit_link l where l.record_id = r.id) limit ?",
        row -> row.getLong("id"),
        end.epoch(),
        end.txid(),
        end.recordId(),
        most);
  }

  /** How many records have no place yet, and the oldest of them. */
  public Optional<Instant> oldestWaiting() {
    var end = end();
    return sql.list(
            "select min(r.at) as at from audit_record r where r.epoch <= audit_epoch_now()"
                + " and (r.epoch, r.txid, r.id) > (?, ?::text::xid8, ?)",
            row -> Optional.ofNullable(row.getTimestamp("at")).map(java.sql.Timestamp::toInstant),
            end.epoch(),
            end.txid(),
            end.recordId())
        .get(0);
  }

  public List<Dropped> dropped() {
    return sql.list(
        "select * from audit_dropped order by month, kind",
        row ->
            new Dropped(
                month(row), row.getString("kind"), row.getLong("records"), Sql.instant(row, "at")));
  }

  public List<Segment> segments() {
    return sql.list(
        "select * from audit_segment order by month",
        row ->
            new Segment(
                month(row),
                row.getLong("first_seq"),
                row.getLong("last_seq"),
                row.getBytes("opening_hash"),
                row.getBytes("closing_hash")));
  }

  /** Everything from here to the end of the transaction is read as it is now. */
  public void freeze() {
    sql.change("set transaction isolation level repeatable read");
  }

  public List<Release> releases() {
    return sql.list(
        "select * from audit_release order by month, kind",
        row ->
            new Release(
                month(row).toString(),
                row.getString("kind"),
                row.getInt("months_kept"),
                row.getLong("first_seq"),
                row.getLong("last_seq"),
                row.getBytes("closing_hash"),
                row.getLong("records"),
                Sql.instant(row, "at"),
                row.getBytes("release_signature"),
                row.getBytes("public_key")));
  }

  public void add(Release release) {
    sql.change(
        "insert into audit_release (month, kind, months_kept, first_seq, last_seq, closing_hash,"
            + " records, at, release_signature, public_key) values (?,?,?,?,?,?,?,?,?,?)"
            + " on conflict (month, kind) do nothing",
        YearMonth.parse(release.month()).atDay(1),
        release.kind(),
        release.months(),
        release.first(),
        release.last(),
        release.closing(),
        release.records(),
        release.at(),
        release.signature(),
        release.publicKey());
  }

  /** Newest first. */
  public List<Head> heads(int most) {
    return sql.list("select * from audit_head order by day desc limit ?", Chain::head, most);
  }

  /** Heads that one of these has not got yet, the oldest first. */
  public List<Head> unsent(List<String> recipients, int most) {
    return sql.list(
        "select * from audit_head h where (select count(*) from audit_head_sent s"
            + " where s.day = h.day and s.recipient = any(string_to_array(?, ','))) < ?"
            + " order by h.day limit ?",
        Chain::head,
        String.join(",", recipients),
        recipients.size(),
        most);
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        row.getObject("day", LocalDate.class),
        row.getLong("seq"),
        row.getBytes("hash"),
        row.getBytes("head_signature"),
        row.getBytes("public_key"));
  }

  public void add(Head head, Instant at) {
    sql.change(
        "insert into audit_head (day, seq, hash, head_signature, public_key, at)"
            + " values (?,?,?,?,?,?) on conflict (day) do nothing",
        head.day(),
        head.seq(),
        head.hash(),
        head.signature(),
        head.publicKey(),
        at);
  }

  public boolean isSent(LocalDate day, String recipient) {
    return !sql.list(
            "select 1 as one from audit_head_sent where day = ? and recipient = ?",
            row -> row.getInt("one"),
            day,
            recipient)
        .isEmpty();
  }

  public void sent(LocalDate day, String recipient, Instant at) {
    sql.change(
        "insert into audit_head_sent (day, recipient, at) values (?,?,?) on conflict do nothing",
        day,
        recipient,
        at);
  }

  /** To whom the head of this day went. */
  public List<String> recipients(LocalDate day) {
    return sql.list(
        "select recipient from audit_head_sent where day = ? order by recipient",
        row -> row.getString("recipient"),
        day);
  }

  private static YearMonth month(ResultSet row) throws SQLException {
    return YearMonth.from(row.getObject("month", LocalDate.class));
  }

  /** The month of a record, by real time. */
  public static String monthOf(Instant at) {
    return YearMonth.from(at.atOffset(ZoneOffset.UTC)).toString();
  }
}
