package org.isonomia.retention.domain;

/** What happens on the last day; the later in this list, the more it asks for. */
public enum Ending {
  /** Keys and rows go, a row for counting stays. */
  ANONYMISE,
  /** The same, but only with a decision of the state archive (categories BE). */
  APPRAISE,
  /** Goes to the state archive (category A): never destroyed here. */
  HAND_OVER
}
