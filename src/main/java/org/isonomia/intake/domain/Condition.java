package org.isonomia.intake.domain;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * When something is asked: every answer named here is one of these codes. Nothing named: always.
 *
 * @param answers name of a field → codes
 */
public record Condition(Map<String, Set<String>> answers) {
  public static final Condition ALWAYS = new Condition(Map.of());

  /**
   * @param given name of a field → the codes that were answered
   */
  public boolean holds(Function<String, List<String>> given) {
    return answers.entrySet().stream()
        .allMatch(one -> given.apply(one.getKey()).stream().anyMatch(one.getValue()::contains));
  }

  /** Both at once; where both name a field, only the codes that fit both are left. */
  Condition and(Condition other) {
    var both = new LinkedHashMap<>(answers);
    other.answers.forEach(
        (field, codes) ->
            both.merge(
                field,
                codes,
                (one, two) -> {
                  var rest = new LinkedHashSet<>(one);
                  rest.retainAll(two);
                  return rest;
                }));
    return new Condition(both);
  }

  /** Whether no answers whatever fulfil it. */
  boolean isImpossible() {
    return answers.values().stream().anyMatch(Set::isEmpty);
  }
}
