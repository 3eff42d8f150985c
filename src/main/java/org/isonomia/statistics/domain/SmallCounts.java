package org.isonomia.statistics.domain;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * A count under five may tell who it was. It is not shown; and where the total would give it away,
 * the next smallest is not shown either, until every hidden count could be at least two things for
 * somebody who knows the total and this rule: that what was hidden for its own sake lies between
 * one and four, and what was hidden for its neighbours between five and the smallest shown.
 */
public final class SmallCounts {
  /** The smallest count that is shown. */
  public static final long FEWEST = 5;

  private SmallCounts() {}

  /** A count by its code. */
  public record Cell(String code, long count) {}

  /**
   * @param count {@code null} when it is not shown
   */
  public record Shown(String code, Long count) {}

  /** The same cells in the same order; those that are none are left out. */
  public static List<Shown> hide(List<Cell> all) {
    var cells = all.stream().filter(cell -> cell.count() > 0).toList();
    var hidden = new HashSet<Cell>();
    cells.stream().filter(cell -> cell.count() < FEWEST).forEach(hidden::add);
    if (!hidden.isEmpty()) {
      var others =
          cells.stream()
              .filter(cell -> !hidden.contains(cell))
              .sorted(Comparator.comparingLong(Cell::count).thenComparing(Cell::code))
              .iterator();
      while (others.hasNext() && (sum(hidden) < FEWEST || isGivenAway(cells, hidden))) {
        hidden.add(others.next());
      }
      if (hidden.size() == cells.size() && sum(hidden) == cells.size()) {
        return List.of(); // as many lines as reports: each would be one
      }
    }
    return cells.stream()
        .map(cell -> new Shown(cell.code(), hidden.contains(cell) ? null : cell.count()))
        .toList();
  }

  /** Whether one of the hidden can be but one thing. */
  private static boolean isGivenAway(List<Cell> cells, HashSet<Cell> hidden) {
    long sum = sum(hidden);
    long most =
        cells.stream()
            .filter(cell -> !hidden.contains(cell))
            .mapToLong(Cell::count)
            .min()
            .orElse(sum);
    long lows = hidden.stream().mapToLong(SmallCounts::low).sum();
    long highs = hidden.stream().mapToLong(cell -> high(cell, most)).sum();
    return hidden.stream()
        .anyMatch(
            cell -> {
              long least = Math.max(low(cell), sum - (highs - high(cell, most)));
              long greatest = Math.min(high(cell, most), sum - (lows - low(cell)));
              return least >= greatest;
            });
  }

  private static long low(Cell cell) {
    return cell.count() < FEWEST ? 1 : FEWEST;
  }

  private static long high(Cell cell, long most) {
    return cell.count() < FEWEST ? FEWEST - 1 : most;
  }

  private static long sum(HashSet<Cell> cells) {
    return cells.stream().mapToLong(Cell::count).sum();
  }

  /** A total; {@code null} when it is too small itself. */
  public static Long total(long total) {
    return total > 0 && total < FEWEST ? null : total;
  }
}
