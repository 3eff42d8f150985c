package org.isonomia.statistics.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.isonomia.statistics.domain.SmallCounts.Cell;

/** Counts of reports, from the codes in clear. */
@ApplicationScoped
public class Counts {
  /**
   * One row a report, with the outcome it got last; what has none yet is OPEN. Of a case that was
   * destroyed its shadow counts on: the row marked first for the report, each row for its ground.
   * That it had several forms is known, not which ({@code SEVERAL}).
   */
  private static final String FACTS =
      "with fact as (select to_char(r.filed_at at time zone 'Europe/Warsaw', 'YYYY-MM') as month,"
          + " r.grounds as ground, r.area as area, r.conduct as form,"
          + " r.channel as channel,"
          + " coalesce((select m.outcome from casework_matter m"
          + " join casework_case c on c.id = m.case_id"
          + " where c.number = r.number and m.outcome is not null"
          + " order by m.since desc, m.n desc limit 1), 'OPEN') as outcome, true as first"
          + " from intake_report r"
          + " union all select to_char(s.month, 'YYYY-MM'), nullif(s.ground, 'UNKNOWN'),"
          + " nullif(s.area, 'UNKNOWN'), case when s.first then nullif(s.form, 'UNKNOWN') end,"
          + " null,"
          + " nullif(s.outcome, 'UNKNOWN'), s.first from retention_shadow s) ";

  private static final String WHOLE_MONTHS = " where month < ?1";
  private static final String REPORTS = WHOLE_MONTHS + " and first";

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public long total(YearMonth before) {
    return ((Number)
            em.createNativeQuery(FACTS + "select count(*) from fact" + REPORTS)
                .setParameter(1, before.toString())
                .getSingleResult())
        .longValue();
  }

  public List<Cell> byMonth(YearMonth before) {
    return cells(
        "select month, count(*) from fact" + REPORTS + " group by month order by month", before);
  }

  public List<Cell> byArea(YearMonth before) {
    return one("area", before);
  }

  /** How reports came; of a case that was destroyed it is not known any more. */
  public List<Cell> byChannel(YearMonth before) {
    return one("channel", before);
  }

  public List<Cell> byOutcome(YearMonth before) {
    return one("outcome", before);
  }

  /** A report with several grounds counts at each. */
  public List<Cell> byGround(YearMonth before) {
    return each("ground", before);
  }

  /** A report with several forms counts at each. */
  public List<Cell> byForm(YearMonth before) {
    return each("form", before);
  }

  private List<Cell> one(String column, YearMonth before) {
    return cells(
        "select " + column + ", count(*) from fact" + REPORTS + " group by 1 order by 2 desc, 1",
        before);
  }

  private List<Cell> each(String column, YearMonth before) {
    return cells(
        "select code, count(*) from fact cross join unnest(string_to_array(trim(both ',' from "
            + column
            + "), ',')) code"
            + WHOLE_MONTHS
            + " group by 1 order by 2 desc, 1",
        before);
  }

  @SuppressWarnings("unchecked")
  private List<Cell> cells(String sql, YearMonth before) {
    var rows =
        (Stream<Object[]>)
            em.createNativeQuery(FACTS + sql).setParameter(1, before.toString()).getResultStream();
    return rows.filter(row -> row[0] != null && !row[0].toString().isBlank())
        .map(row -> new Cell(row[0].toString(), ((Number) row[1]).longValue()))
        .toList();
  }
}
