package org.isonomia.casework.domain;

import java.time.LocalDate;
import java.util.Set;
import org.isonomia.intake.ReportFacts;

/**
 * A term within which the person has to act themselves: a row of the law as data. A set of codes
 * that is empty fits everything. What it is for and how it is counted are texts under its code.
 *
 * @param starts {@link #KNOWN} or {@link #DISMISSAL}
 * @param moves whether an end on a day off moves to the next working day
 * @param validTo the last day on which a term may have begun under this row, or {@code null}
 */
public record OwnTerm(
    String code,
    Set<String> areas,
    Set<String> conduct,
    Set<String> grounds,
    Set<String> respondents,
    String starts,
    Term term,
    boolean moves,
    String basis,
    LocalDate validFrom,
    LocalDate validTo) {
  /** The day the person learned of it; at the earliest the day it happened. */
  public static final String KNOWN = "KNOWN";

  /** The day the letter of dismissal came. */
  public static final String DISMISSAL = "DISMISSAL";

  /**
   * The day from which it counts for this report.
   *
   * @param endedOn the day of the dismissal, or {@code null} when the report does not say it
   */
  public LocalDate from(ReportFacts facts, LocalDate endedOn) {
    return starts.equals(DISMISSAL) && endedOn != null ? endedOn : facts.incidentDate();
  }

  /**
   * @param from the day from which it would count, or {@code null}
   */
  public boolean fits(ReportFacts facts, LocalDate from, LocalDate today) {
    var day = from == null ? today : from;
    return allows(areas, Set.of(facts.area()))
        && allows(conduct, facts.conduct())
        && allows(grounds, facts.grounds())
        && allows(respondents, said(facts.respondentType()))
        && !day.isBefore(validFrom)
        && (validTo == null || !day.isAfter(validTo));
  }

  /** The last day of a term that began on this day. */
  public LocalDate last(LocalDate from, LegalCalendar calendar) {
    var counted =
        switch (term.unit()) {
          case DAY -> from.plusDays(term.amount());
          case MONTH -> from.plusMonths(term.amount());
          default -> throw new IllegalStateException("a term of a person runs in days or months");
        };
    return moves ? calendar.nextWorkingDay(counted) : counted;
  }

  private static Set<String> said(String code) {
    return code == null ? Set.of() : Set.of(code);
  }

  private static boolean allows(Set<String> wanted, Set<String> codes) {
    return wanted.isEmpty() || codes.stream().anyMatch(wanted::contains);
  }
}
