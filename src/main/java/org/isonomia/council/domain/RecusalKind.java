package org.isonomia.council.domain;

/** How a conflict of interest of a member on one item stands. */
public enum RecusalKind {
  /**
   * Computed: the member's organisations meet those the item concerns. Nobody has looked at it yet.
   */
  FLAGGED,
  /** The member said so (KPA art. 24). */
  DECLARED,
  /** The chair decided so (KPA art. 27). */
  EXCLUDED,
  /** The chair looked at the flag and lets the member take part; the reason is on record. */
  CLEARED;

  /** Whether the member sees nothing of the item. An open flag hides it already. */
  public boolean hidesItem() {
    return this != CLEARED;
  }

  /** Whether the member's seat is out of the eligible base. */
  public boolean leavesBase() {
    return this == DECLARED || this == EXCLUDED;
  }
}
