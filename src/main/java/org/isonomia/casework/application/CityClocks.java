package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.isonomia.casework.domain.ClockRule;
import org.isonomia.casework.domain.Term;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.ClockTerms;

/**
 * The clocks of the law book for the other rooms. They run for everybody alike: of the rows of one
 * clock the lowest rank counts.
 */
@ApplicationScoped
public class CityClocks implements ClockTerms {
  @Inject LawInForce law;

  @Override
  public LocalDate lastDay(String clock, LocalDate start) {
    return day(start, term(clock));
  }

  @Override
  public LocalDate middle(String clock, LocalDate start) {
    var whole = term(clock);
    return day(start, new Term(Math.max(1, (whole.amount() + 1) / 2), whole.unit()));
  }

  @Override
  public Due due(String clock, Instant start) {
    var rule = rule(clock);
    var due = law.current().calendar().due(start, rule.term());
    return new Due(
        due.day(),
        due.at(),
        due.movedBecause(),
        rule.term().amount(),
        rule.term().unit().name(),
        rule.basis());
  }

  @Override
  public Usual usual(String clock) {
    return law.current().rules().stream()
        .filter(rule -> rule.clock().equals(clock) && rule.isForEverybody())
        .min(Comparator.comparing(ClockRule::nth).thenComparing(ClockRule::rank))
        .map(rule -> new Usual(rule.term().amount(), rule.term().unit().name()))
        .orElseThrow(() -> new IllegalStateException("no clock " + clock + " for everybody"));
  }

  private LocalDate day(LocalDate start, Term term) {
    return law.current().calendar().due(start.atStartOfDay(AppClock.CITY).toInstant(), term).day();
  }

  private Term term(String clock) {
    return rule(clock).term();
  }

  private ClockRule rule(String clock) {
    return law.current().rules().stream()
        .filter(rule -> rule.clock().equals(clock))
        .min(Comparator.comparing(ClockRule::nth).thenComparing(ClockRule::rank))
        .orElseThrow(() -> new IllegalStateException("no clock " + clock));
  }
}
