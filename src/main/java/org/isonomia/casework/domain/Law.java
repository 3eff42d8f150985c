package org.isonomia.casework.domain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** The law as data at one moment: the calendar, the rules of the clocks, who is barred. */
public record Law(LegalCalendar calendar, List<ClockRule> rules, List<ForwardBar> bars) {
  public Law {
    bars = List.copyOf(bars);
    rules = List.copyOf(rules);
  }

  /**
   * The rules that start now for a matter with these facts: one for each clock and nth, the lowest
   * rank that fits.
   */
  List<ClockRule> starting(String start, ClockRule.Facts facts) {
    var chosen = new LinkedHashMap<String, ClockRule>();
    rules.stream()
        .filter(rule -> rule.starts().equals(start) && rule.fits(facts))
        .sorted(Comparator.comparing(ClockRule::rank))
        .forEach(rule -> chosen.putIfAbsent(rule.clock() + rule.nth(), rule));
    return List.copyOf(chosen.values());
  }

  /** Whether this clock begins with that. */
  boolean starts(String clock, String start) {
    return rules.stream().anyMatch(r -> r.starts().equals(start) && r.clock().equals(clock));
  }

  /** Codes of the clocks that begin with that. */
  public Set<String> clocksOf(String start) {
    return rules.stream()
        .filter(rule -> rule.starts().equals(start))
        .map(ClockRule::clock)
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }
}
