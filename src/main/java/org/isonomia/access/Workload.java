package org.isonomia.access;

/**
 * How much of the house's work is a person's; counts only. Whoever keeps the cases implements it.
 */
public interface Workload {
  /**
   * @param cases open cases that are theirs
   * @param tasks open tasks that are theirs, of whatever picture
   */
  record Load(long cases, long tasks) {
    public boolean isNone() {
      return cases == 0 && tasks == 0;
    }
  }

  Load of(long accountId);

  /** From how many cases they are kept out because of a conflict of interest. */
  long keptOutOf(long accountId);
}
