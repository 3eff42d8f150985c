package org.isonomia.council.domain;

/** How a vote ended. */
public enum VoteResult {
  CARRIED,
  NOT_CARRIED,
  /** There was no quorum; nothing was decided, the attempt is on record. */
  BLOCKED
}
