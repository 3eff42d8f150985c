package org.isonomia.retention.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * How long one file is kept: as long as the matter that is kept longest.
 *
 * @param decides class of that matter
 * @param ending the most demanding of all its matters, whichever is kept longest
 */
public record Term(RetentionClass decides, LocalDate closedOn, LocalDate lastDay, Ending ending) {
  /**
   * @return empty when a matter has no class: such a file is kept
   */
  public static Optional<Term> of(
      Collection<String> qualifications, LocalDate closedOn, Map<String, RetentionClass> classes) {
    if (qualifications.isEmpty() || !classes.keySet().containsAll(qualifications)) {
      return Optional.empty();
    }
    var rules = qualifications.stream().map(classes::get).toList();
    var longest =
        rules.stream()
            .max(
                Comparator.comparing((RetentionClass c) -> c.lastDay(closedOn))
                    .thenComparing(RetentionClass::ending)
                    .thenComparing(RetentionClass::qualification))
            .orElseThrow();
    var ending =
        rules.stream().map(RetentionClass::ending).max(Comparator.naturalOrder()).orElseThrow();
    return Optional.of(new Term(longest, closedOn, longest.lastDay(closedOn), ending));
  }

  /** Whether the last day is over. */
  public boolean isOver(LocalDate today) {
    return lastDay.isBefore(today);
  }

  /** Whether the law on archives keeps the file, whatever a person asks for. */
  public boolean isFormal() {
    return ending != Ending.ANONYMISE;
  }
}
