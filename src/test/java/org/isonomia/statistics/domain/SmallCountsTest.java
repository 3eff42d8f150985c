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
  }

  @Test
  void a_sum_that_allows_but_one_answer_takes_another_with_it() {
    assertThat(shown(4, 4, 8, 20))
        .as("two fours make eight")
        .containsExactly(null, null, null, 20L);
    assertThat(shown(1, 5, 6, 20)).as("one and five").containsExactly(null, null, null, 20L);
    assertThat(shown(1, 1, 1, 1, 1, 9, 20))
        .as("five ones")
        .containsExactly(null, null, null, null, null, null, 20L);
    assertThat(shown(1, 1, 1, 1, 1)).as("nothing else to hide behind").isEmpty();
  }

  /** All that the hidden ones could be, tried out. */
  @Test
  void every_hidden_cell_could_be_at_least_two_things() {
    var random = new Random(11);
    for (int round = 0; round < 3000; round++) {
      var cells = new ArrayList<Cell>();
      int size = 2 + random.nextInt(4);
      for (int i = 0; i < size; i++) {
        cells.add(new Cell("C" + i, 1 + random.nextInt(9)));
      }
      var shown = SmallCounts.hide(cells);
      var hidden = new ArrayList<Cell>();
      long least = Long.MAX_VALUE;
      for (int i = 0; i < shown.size(); i++) {
        if (shown.get(i).count() == null) {
          hidden.add(cells.get(i));
        } else {
          least = Math.min(least, shown.get(i).count());
        }
      }
      long sum = hidden.stream().mapToLong(Cell::count).sum();
      if (hidden.isEmpty() || hidden.size() == cells.size() && sum < 5) {
        continue; // the total is not shown
      }
      // where something is shown, one may even know which were hidden for their neighbours
      boolean all = hidden.size() == cells.size();
      var answers = new ArrayList<java.util.Set<Long>>();
      hidden.forEach(cell -> answers.add(new java.util.HashSet<>()));
      answer(hidden, all, Math.min(least, sum), sum, new ArrayList<>(), answers);
      assertThat(answers).as(cells.toString()).allMatch(values -> values.size() > 1);
    }
  }

  private static void answer(
      List<Cell> hidden,
      boolean all,
      long most,
      long rest,
      List<Long> so,
      List<java.util.Set<Long>> answers) {
    if (so.size() == hidden.size()) {
      if (rest == 0) {
        for (int i = 0; i < so.size(); i++) {
          answers.get(i).add(so.get(i));
        }
      }
      return;
    }
    boolean small = hidden.get(so.size()).count() < 5;
    long from = all || small ? 1 : 5;
    long to = Math.min(rest, all ? rest : small ? 4 : most);
    for (long value = from; value <= to; value++) {
      so.add(value);
      answer(hidden, all, most, rest - value, so, answers);
      so.remove(so.size() - 1);
    }
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
      assertThat(shown.isEmpty() || hidden == 0 || hidden >= 2 && rest >= 5)
          .as(cells.toString())
          .isTrue();
    }
  }
}
