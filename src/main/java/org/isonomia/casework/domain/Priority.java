package org.isonomia.casework.domain;

import org.isonomia.intake.ReportFacts;

/** How soon a case is looked at. IMMEDIATE: by the end of the same day. */
public enum Priority {
  IMMEDIATE,
  HIGH,
  NORMAL,
  LOW;

  /** What a report starts with; the intake desk may change it. */
  static Priority first(ReportFacts facts) {
    if (facts.isInDanger()) {
      return IMMEDIATE;
    }
    return facts.conduct().contains("HATE_CRIME") ? HIGH : NORMAL;
  }
}
