package org.isonomia.retention.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.retention.Keeping;
import org.isonomia.retention.domain.Classes;
import org.isonomia.retention.domain.Ending;
import org.isonomia.retention.domain.RetentionClass;
import org.isonomia.retention.domain.Term;
import org.isonomia.shared.AppClock;

/** Tells other rooms how long a case is kept; by the same rule by which it is destroyed. */
@ApplicationScoped
@Transactional
public class TellKeeping implements Keeping {
  @Inject Classes classes;
  @Inject AppClock clock;

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<Kept> of(Collection<String> qualifications, Instant closedAt) {
    return kept(qualifications, closedAt, clock.today(), classes.inForce());
  }

  static Optional<Kept> kept(
      Collection<String> qualifications,
      Instant closedAt,
      LocalDate today,
      Map<String, RetentionClass> rules) {
    var closedOn = closedAt == null ? today : LocalDate.ofInstant(closedAt, AppClock.CITY);
    return Term.of(qualifications, closedOn, rules)
        .map(
            term ->
                kept(
                    term.decides(),
                    term.ending(),
                    closedAt == null || term.ending() == Ending.HAND_OVER ? null : term.lastDay()));
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<Kept> all() {
    return classes.all().stream().map(one -> kept(one, one.ending(), null)).toList();
  }

  private static Kept kept(RetentionClass one, Ending ending, LocalDate until) {
    var rule = one.rule();
    return new Kept(
        one.qualification(),
        rule.archiveClass(),
        rule.period(),
        ending.name(),
        rule.basis(),
        until);
  }
}
