package org.isonomia.retention.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.isonomia.retention.ClosedCases;
import org.isonomia.retention.domain.Batches;
import org.isonomia.retention.domain.Classes;
import org.isonomia.retention.domain.Hold;
import org.isonomia.retention.domain.Holds;
import org.isonomia.retention.domain.RetentionClass;
import org.isonomia.retention.domain.Term;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/** Which closed cases are kept no longer than a day, by the classes in force now. */
@Dependent
class DueCases {
  /** More than a city closes in ten years. */
  static final int MOST = 20_000;

  /** A month may be shorter than the one that is counted back. */
  private static final int MONTHS_DIFFER = 4;

  @Inject ClosedCases closed;
  @Inject Classes classes;
  @Inject Holds holds;
  @Inject Batches batches;

  /**
   * @param holds what holds it back, codes
   * @param listed whether it waits in a list already
   */
  record Due(CaseNumber number, Term term, Set<Hold.Code> holds, boolean listed) {}

  /** In the order in which they fall due. */
  List<Due> until(LocalDate day) {
    var rules = classes.inForce();
    var files = closed.closedBefore(earliest(day, rules.values()), MOST);
    Map<CaseNumber, Set<Hold.Code>> held =
        holds.inForce().stream()
            .collect(
                Collectors.groupingBy(
                    Hold::number, Collectors.mapping(Hold::code, Collectors.toSet())));
    var due =
        files.stream()
            .flatMap(file -> term(file, rules).stream().map(term -> Map.entry(file, term)))
            .filter(entry -> !entry.getValue().lastDay().isAfter(day))
            .toList();
    var listed = batches.listed(due.stream().map(entry -> entry.getKey().number()).toList());
    return due.stream()
        .map(
            entry -> {
              var number = entry.getKey().number();
              return new Due(
                  number,
                  entry.getValue(),
                  held.getOrDefault(number, Set.of()),
                  listed.contains(number));
            })
        .sorted(Comparator.comparing((Due d) -> d.term().lastDay()).thenComparing(Due::number))
        .toList();
  }

  /** Whoever was closed later than this cannot be due yet under any class. */
  private static java.time.Instant earliest(LocalDate day, Collection<RetentionClass> rules) {
    return rules.stream()
        .map(rule -> day.minus(rule.rule().period()))
        .max(Comparator.naturalOrder())
        .orElse(day)
        .plusDays(MONTHS_DIFFER)
        .atStartOfDay(AppClock.CITY)
        .toInstant();
  }

  static java.util.Optional<Term> term(ClosedCases.File file, Map<String, RetentionClass> rules) {
    return file.closedAt() == null
        ? java.util.Optional.empty()
        : Term.of(
            file.qualifications(), LocalDate.ofInstant(file.closedAt(), AppClock.CITY), rules);
  }
}
