package org.isonomia.rights.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.isonomia.shared.AppClock;

/**
 * How long what is kept, from the classes of the retention. The one place that reads its table; an
 * installation without it says nothing of days.
 */
@ApplicationScoped
public class RetentionTerms {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  /**
   * @param until the last day; {@code null} while the case is open, or when it goes to the archive
   * @param ending ANONYMISE, APPRAISE, HAND_OVER
   */
  public record Kept(
      String qualification,
      String archiveClass,
      Period period,
      String ending,
      String basis,
      LocalDate until) {}

  /** What the class that keeps longest says of a case with these matters. */
  public Optional<Kept> of(Collection<String> qualifications, Instant closedAt) {
    return classes().stream()
        .filter(row -> qualifications.contains((String) row[0]))
        .map(row -> kept(row, closedAt))
        .max(Comparator.comparing((Kept k) -> k.period().toTotalMonths()));
  }

  /** All classes. */
  public List<Kept> all() {
    return classes().stream().map(row -> kept(row, null)).toList();
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> classes() {
    var there =
        em.createNativeQuery("select cast(to_regclass('retention_class') as text)")
            .getSingleResult();
    return there == null
        ? List.of()
        : em.createNativeQuery(
                "select qualification, archive_class, starts, period, ending, basis"
                    + " from retention_class order by qualification")
            .getResultList();
  }

  private static Kept kept(Object[] row, Instant closedAt) {
    var period = Period.parse((String) row[3]);
    var ending = (String) row[4];
    LocalDate until = null;
    if (closedAt != null && !ending.equals("HAND_OVER")) {
      var closed = LocalDate.ofInstant(closedAt, AppClock.CITY);
      until =
          row[2].equals("NEXT_YEAR")
              ? LocalDate.of(closed.getYear() + 1, 1, 1).plus(period).minusDays(1)
              : closed.plus(period);
    }
    return new Kept((String) row[0], (String) row[1], period, ending, (String) row[5], until);
  }
}
