package org.isonomia.statistics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.isonomia.statistics.domain.SmallCounts.Cell;
import org.isonomia.statistics.domain.SmallCounts.Shown;
import org.junit.jupiter.api.Test;

class SmallCountsTest {
  private static List<Long> shown(long... counts) {
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < counts.length; i++) {
      cells.add(new Cell("C" + i, counts[i]));
    }
    return SmallCounts.hide(cells).stream().map(Shown::count).toList();
  }

  @Test
  void five_is_shown_and_four_is_not() {
    assertThat(shown(5, 6)).containsExactly(5L, 6L);
    assertThat(shown(4, 3, 9)).containsExactly(null, null, 9L);
  }

  @Test
  void one_small_cell_alone_takes_the_next_smallest_with_it() {
    assertThat(shown(2, 30, 7, 12)).containsExactly(null, 30L, null, 12L);
  }

  @Test
  void two_small_cells_whose_sum_is_small_take_another_with_them() {
    assertThat(shown(1, 1, 8, 20)).containsExactly(null, null, null, 20L);
    assertThat(shown(4, 4, 8, 20)).containsExactly(null, null, 8L, 20L);
  }

  @Test
  void a_zero_is_left_out() {
    assertThat(shown(0, 5)).containsExactly(5L);
  }

  @Test
  void a_small_total_is_not_shown() {
    assertThat(SmallCounts.total(4)).isNull();
    assertThat(SmallCounts.total(5)).isEqualTo(5);
    assertThat(SmallCounts.total(0)).isZero();
  }

  /** Whoever knows the total and what is shown cannot work out any small cell. */
  @Test
  void no_small_cell_follows_from_the_total() {
    var random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      var cells = new ArrayList<Cell>();
      for (int i = 0; i < 2 + random.nextInt(6); i++) {
        cells.add(new Cell("C" + i, random.nextInt(12)));
      }
      var total = cells.stream().mapToLong(Cell::count).sum();
      if (SmallCounts.total(total) == null) {
        continue;
      }
      var shown = SmallCounts.hide(cells);
      assertThat(shown).allMatch(cell -> cell.count() == null || cell.count() >= 5);
      var hidden = shown.stream().filter(cell -> cell.count() == null).count();
      var rest =
          total - shown.stream().mapToLong(cell -> cell.count() == null ? 0 : cell.count()).sum();
      assertThat(hidden == 0 || hidden >= 2 && rest >= 5).as(cells.toString()).isTrue();
    }
  }
}
