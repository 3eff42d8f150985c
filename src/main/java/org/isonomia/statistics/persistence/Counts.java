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
  /** One row a report; what has no outcome yet is OPEN. */
  private static final String FACTS =
      "with fact as (select to_char(r.filed_at at time zone 'Europe/Warsaw', 'YYYY-MM') as month,"
          + " r.grounds as ground, r.area as area, r.conduct as form,"
          + " coalesce(m.outcome, 'OPEN') as outcome"
          + " from intake_report r"
          + " left join casework_case c on c.number = r.number"
          + " left join casework_matter m on m.case_id = c.id and m.n = 1) ";

  private static final String WHOLE_MONTHS = " where month < ?1";

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  public long total(YearMonth before) {
    return ((Number)
            em.createNativeQuery(FACTS + "select count(*) from fact" + WHOLE_MONTHS)
                .setParameter(1, before.toString())
                .getSingleResult())
        .longValue();
  }

  public List<Cell> byMonth(YearMonth before) {
    return cells(
        "select month, count(*) from fact" + WHOLE_MONTHS + " group by month order by month",
        before);
  }

  public List<Cell> byArea(YearMonth before) {
    return one("area", before);
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
        "select "
            + column
            + ", count(*) from fact"
            + WHOLE_MONTHS
            + " group by 1 order by 2 desc, 1",
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
