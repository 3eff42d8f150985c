package org.isonomia.statistics.domain;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * A count under five may tell who it was. It is not shown; and where the total would give it away,
 * the next smallest is not shown either, until what is hidden could be several things.
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
      while (others.hasNext() && (hidden.size() < 2 || sum(hidden) < FEWEST)) {
        hidden.add(others.next());
      }
    }
    return cells.stream()
        .map(cell -> new Shown(cell.code(), hidden.contains(cell) ? null : cell.count()))
        .toList();
  }

  private static long sum(HashSet<Cell> cells) {
    return cells.stream().mapToLong(Cell::count).sum();
  }

  /** A total; {@code null} when it is too small itself. */
  public static Long total(long total) {
    return total > 0 && total < FEWEST ? null : total;
  }
}
