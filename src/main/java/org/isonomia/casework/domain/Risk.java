package org.isonomia.casework.domain;

import org.isonomia.intake.ReportFacts;

/** How much danger the person seems to be in. */
public enum Risk {
  NONE,
  POSSIBLE,
  SERIOUS,
  IMMEDIATE;

  /** What a report starts with; the intake desk may change it. */
  static Risk first(ReportFacts facts) {
    if (facts.isInDanger()) {
      return IMMEDIATE;
    }
    var conduct = facts.conduct();
    return conduct.contains("HATE_CRIME") || conduct.contains("VICTIMISATION") ? POSSIBLE : NONE;
  }
}
