package org.isonomia.workflow;

import java.time.Instant;
import java.util.List;

/**
 * The house's own work that fails: which step of which picture, of which number, and a code.
 * Nothing of what anybody wrote is in it.
 */
public interface Jobs {
  /**
   * A job that failed at least once and is not done.
   *
   * @param id for {@link #retry}
   * @param element id of the step in the picture
   * @param businessKey number of the case, referral or item
   * @param since when it began to wait
   * @param retries how often the house tries by itself; 0: never again
   * @param due when it is tried next
   * @param code kinds of the exceptions and codes of refusals, no words
   */
  record Failing(
      String id,
      String processId,
      String element,
      String businessKey,
      Instant since,
      int retries,
      Instant due,
      String code) {}

  /**
   * @param waiting due by now and not done
   * @param failing failed at least once
   * @param stuck of those, not tried again by itself
   */
  record Counts(long waiting, long failing, long stuck) {}

  /** Those that are not tried again first, then by age. */
  List<Failing> failing(int most);

  Counts counts();

  /**
   * Tries this one again, soon, once.
   *
   * @return whether there was one; of two people at once both may have helped
   */
  boolean retry(String id);

  /** Tries again what failed of this number. */
  boolean retryOf(String businessKey);
}
