package org.isonomia.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Who must do what next, from indexed tables of our own, soonest first. Its cost does not grow with
 * the number of cases: counts stop at a ceiling, pages continue by key.
 */
public interface Worklist {
  /** Which part of the list; MINE holds the tasks of those for whom the reader stands in, too. */
  enum View {
    MINE,
    TEAM
  }

  /** Where a page ended; {@code null} for the first. */
  record Key(Instant due, long id) {}

  /**
   * @param more key of the next page, or {@code null} at the end
   */
  record Page(List<OpenTask> tasks, Key more) {}

  /** Counts, each stopping at {@link #CEILING}: "999 or more" is as good as the number. */
  record Counts(int mine, int team, int overdue, int dueToday) {}

  int CEILING = 1000;

  /**
   * @param standsInFor accounts of those who are away and whose deputy the reader is
   */
  Page page(
      View view, long accountId, Set<Long> standsInFor, Set<String> roles, Key after, int size);

  Counts counts(long accountId, Set<Long> standsInFor, Set<String> roles);

  /** Somebody who stands in for nobody. */
  default Page page(View view, long accountId, Set<String> roles, Key after, int size) {
    return page(view, accountId, Set.of(), roles, after, size);
  }

  /** Somebody who stands in for nobody. */
  default Counts counts(long accountId, Set<String> roles) {
    return counts(accountId, Set.of(), roles);
  }
}
