package org.isonomia.council.domain;

/** What the Council issued; codes of the vocabulary. */
public enum DecisionCode {
  RESOLUTION,
  OPINION,
  RECOMMENDATION,
  POSITION,
  STATEMENT,
  REQUEST_FOR_INFORMATION,
  REFERRAL,
  PROCEDURAL_DECISION,
  NO_DECISION;

  /** Whether it gets a number of the register of decisions and a public page. */
  public boolean isPublished() {
    return this != PROCEDURAL_DECISION && this != NO_DECISION;
  }

  /** Whether a vote must have carried it. */
  public boolean needsVote() {
    return this != NO_DECISION;
  }
}
