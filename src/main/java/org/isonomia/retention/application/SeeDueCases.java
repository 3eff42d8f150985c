package org.isonomia.retention.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.retention.domain.Batch;
import org.isonomia.retention.domain.Batches;
import org.isonomia.retention.domain.Ending;
import org.isonomia.retention.domain.Hold;
import org.isonomia.retention.domain.RetentionClass;
import org.isonomia.shared.AppClock;

/** What falls due until a day: numbers, classes and dates, no content and no names. */
@ApplicationScoped
@Transactional
public class SeeDueCases {
  static final int SHOWN = 500;
  private static final int LISTS = 20;

  /**
   * @param over whether its last day has passed, so that it may be listed
   * @param rule the class that decides, and why the date is what it is
   */
  public record Line(
      String number,
      String qualification,
      RetentionClass.Rule rule,
      Ending ending,
      LocalDate closedOn,
      LocalDate lastDay,
      boolean over,
      Set<Hold.Code> holds,
      boolean listed) {}

  public record ListLine(String number, Batch.Cause cause, Batch.State state, LocalDate on) {}

  /**
   * @param lines at most {@value #SHOWN}, the first to fall due first
   * @param total how many there are in all
   * @param counts by archive class and qualification
   * @param ready how many a list proposed now would hold; of those, how many need a decision of the
   *     state archive
   */
  public record Preview(
      LocalDate until,
      LocalDate today,
      List<Line> lines,
      long total,
      Map<String, Long> counts,
      long held,
      long ready,
      long readyToAppraise,
      List<ListLine> lists) {}

  @Inject DueCases dueCases;
  @Inject Batches batches;
  @Inject AppClock clock;

  /**
   * @param until {@code null} for today
   */
  @Allowed(value = Permission.SEE_RETENTION, trace = Allowed.Trace.NONE)
  public Preview handle(LocalDate until) {
    var today = clock.today();
    var day = until == null ? today : until;
    var due = dueCases.until(day);
    var ready = due.stream().filter(one -> isReady(one, today)).toList();
    return new Preview(
        day,
        today,
        due.stream().limit(SHOWN).map(one -> line(one, today)).toList(),
        due.size(),
        due.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.term().decides().qualification(),
                    TreeMap::new,
                    Collectors.counting())),
        due.stream().filter(one -> !one.holds().isEmpty()).count(),
        ready.size(),
        ready.stream().filter(one -> one.term().ending() == Ending.APPRAISE).count(),
        batches.latest(LISTS).stream().map(this::line).toList());
  }

  /** What a list takes: its day is over, nothing holds it, and it is not the archive's. */
  static boolean isReady(DueCases.Due due, LocalDate today) {
    return due.term().isOver(today)
        && due.holds().isEmpty()
        && !due.listed()
        && due.term().ending() != Ending.HAND_OVER;
  }

  private static Line line(DueCases.Due due, LocalDate today) {
    var term = due.term();
    return new Line(
        due.number().value(),
        term.decides().qualification(),
        term.decides().rule(),
        term.ending(),
        term.closedOn(),
        term.lastDay(),
        term.isOver(today),
        due.holds(),
        due.listed());
  }

  private ListLine line(Batch batch) {
    return new ListLine(
        batch.number(),
        batch.cause(),
        batch.state(),
        LocalDate.ofInstant(batch.proposedAt(), AppClock.CITY));
  }
}
