package org.isonomia.workflow;

import java.time.Instant;

/** The application's time, moved by hand: only the demo city and tests may. */
public interface Timeline {
  /**
   * Moves the clock forward: every job due until then runs in the order of its due time, each
   * seeing its own due time; returns when none is due; the clock then runs on from {@code to}.
   *
   * @throws org.isonomia.shared.Problem invalid "clock-backwards" when {@code to} lies before the
   *     application's now
   * @return how many jobs ran
   */
  int moveTo(Instant to);

  /**
   * Sets the clock back to where a told story begins; {@link #moveTo} brings it to the present
   * again. Only an empty house has no time yet.
   *
   * @throws org.isonomia.shared.Problem conflict "house-not-empty" when a process was ever started
   */
  void beginAt(Instant past);

  /** Whether nothing was ever started, so that a story may begin in the past. */
  boolean isEmpty();
}
