package org.isonomia.intake;

import java.time.LocalDate;
import java.util.List;

/**
 * Terms within which the reporter has to act themselves, outside this office: a claim in court, an
 * appeal. Whoever keeps the law book implements it. Information, never advice.
 */
public interface OwnTerms {
  /**
   * Those that may concern this report, in the order of the law book.
   *
   * @param endedOn the day of the dismissal, the notice or the refusal, when the report says it;
   *     else {@code null}
   * @param language tag of the language of the words
   */
  List<Term> of(ReportFacts facts, LocalDate endedOn, String language);

  /**
   * @param code stable code of the rule
   * @param name what it is for, in words
   * @param how how it is counted, in words
   * @param basis the provision
   * @param from the day it was counted from; {@code null} when the report has no date
   * @param ended whether that is the day of the dismissal, the notice or the refusal
   * @param assumed whether it runs from another day (of a dismissal) that the report does not know:
   *     the day of the event, if there is one, stands in its place
   * @param last the last day; {@code null} without a date
   * @param over whether that day has passed
   */
  record Term(
      String code,
      String name,
      String how,
      String basis,
      LocalDate from,
      boolean ended,
      boolean assumed,
      LocalDate last,
      boolean over) {}
}
