package org.isonomia.casework.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.isonomia.casework.application.LawInForce;
import org.isonomia.casework.domain.ClockRule;
import org.isonomia.casework.domain.ForwardBar;
import org.isonomia.casework.domain.HolidayRule;
import org.isonomia.casework.domain.Law;
import org.isonomia.casework.domain.LegalCalendar;
import org.isonomia.casework.domain.Term;
import org.isonomia.shared.AppClock;

/**
 * The law as it stands in the tables. Kept in memory for a minute of the application's time: filing
 * a report asks for it every time, and a correction may wait that long.
 */
@ApplicationScoped
public class LawBook implements LawInForce {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private record Copy(Law law, Instant until) {}

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Inject AppClock clock;

  private volatile Copy copy;

  @Override
  public Law current() {
    var now = clock.instant();
    var kept = copy;
    if (kept == null || now.isAfter(kept.until())) {
      kept = new Copy(new Law(new LegalCalendar(holidays()), rules(), bars()), now.plus(FRESH));
      copy = kept;
    }
    return kept.law();
  }

  @SuppressWarnings("unchecked")
  private List<HolidayRule> holidays() {
    List<Object[]> rows =
        em.createNativeQuery(
                "select code, month, day, after_easter, from_year, to_year, basis"
                    + " from casework_holiday order by code, from_year")
            .getResultList();
    return rows.stream()
        .map(
            r ->
                new HolidayRule(
                    (String) r[0],
                    number(r[1]),
                    number(r[2]),
                    number(r[3]),
                    number(r[4]),
                    r[5] == null ? null : number(r[5]),
                    (String) r[6]))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private List<ClockRule> rules() {
    List<Object[]> rows =
        em.createNativeQuery(
                "select clock, nth, rank, starts, qualifications, priorities, areas, respondents,"
                    + " conduct, grounds, topics, amount, unit, remind_hours, met_by, stopped_by,"
                    + " statutory, basis from casework_clock_rule order by clock, nth, rank")
            .getResultList();
    return rows.stream()
        .map(
            r ->
                new ClockRule(
                    (String) r[0],
                    number(r[1]),
                    number(r[2]),
                    (String) r[3],
                    codes(r[4]),
                    codes(r[5]),
                    codes(r[6]),
                    codes(r[7]),
                    codes(r[8]),
                    codes(r[9]),
                    codes(r[10]),
                    new Term(number(r[11]), Term.Unit.valueOf((String) r[12])),
                    number(r[13]),
                    codes(r[14]),
                    codes(r[15]),
                    (Boolean) r[16],
                    (String) r[17]))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private List<ForwardBar> bars() {
    List<Object[]> rows =
        em.createNativeQuery(
                "select qualification, respondent, kind, except_code, basis"
                    + " from casework_forward_bar order by qualification, respondent, kind")
            .getResultList();
    return rows.stream()
        .map(
            r ->
                new ForwardBar(
                    (String) r[0], (String) r[1], (String) r[2], (String) r[3], (String) r[4]))
        .toList();
  }

  private static int number(Object column) {
    return ((Number) column).intValue();
  }

  private static Set<String> codes(Object column) {
    return column == null || column.toString().isEmpty()
        ? Set.of()
        : Set.of(column.toString().split(","));
  }
}
