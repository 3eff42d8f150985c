package org.isonomia.casework.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.isonomia.shared.CaseNumber;

/** Numbers of cases by dates alone, for whoever has to say what could have been exposed. */
public interface CaseList {
  /** All that were opened not later than this, oldest first. */
  List<CaseNumber> openedUntil(Instant at);

  /** Those that this person, or anybody when {@code null}, opened in this time. */
  Set<CaseNumber> readBetween(Long account, Instant from, Instant until);
}
