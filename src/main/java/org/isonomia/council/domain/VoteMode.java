package org.isonomia.council.domain;

/** How the Council votes; codes of the vocabulary. */
public enum VoteMode {
  OPEN,
  ROLL_CALL,
  SECRET,
  CIRCULATION,
  CONSENSUS;

  /**
   * Whether this program runs such a vote. A secret vote needs ballots that lead to nobody, one by
   * circulation has no meeting: both are taken elsewhere until they are built.
   */
  public boolean isOffered() {
    return this == OPEN || this == ROLL_CALL || this == CONSENSUS;
  }

  /** Whether ballots are cast. By consensus there are none: nobody objects. */
  public boolean hasBallots() {
    return this != CONSENSUS;
  }
}
