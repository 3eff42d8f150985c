package org.isonomia.casework.domain;

import java.time.Instant;
import java.util.List;
import org.isonomia.shared.CaseNumber;

/** Who opened a case, and who was refused because of a conflict of interest. */
public interface Readings {
  /**
   * @param lastAt to the hour: of several openings within one hour the first is kept
   */
  record Reading(long account, Instant firstAt, Instant lastAt) {}

  /** Tries of one person that were refused. */
  record Refused(long account, long times, Instant lastAt) {}

  /** This person has opened the case; writes at most once an hour. */
  void opened(CaseNumber number, long account, Instant at);

  /** This person tried to and was refused. */
  void refused(CaseNumber number, long account, Instant at);

  List<Reading> of(CaseNumber number);

  List<Refused> refusedOf(CaseNumber number);
}
