package org.isonomia.workflow;

import java.time.Instant;

/** The application's time, moved by hand: only the demo city and tests may. */
public interface Timeline {
  /**
   * Moves the clock forward: every job due until then runs in the order of its due time, each seeing its own due time;
   * returns when none is due; the clock then runs on from {@code to}.
   *
   * @throws org.isonomia.shared.Problem invalid "clock-backwards" when {@code to} lies before the application's now
   * @return how many jobs ran
   */
  int moveTo(Instant to);
}
