package org.isonomia.casework.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isonomia.shared.CaseNumber;

/** Closed cases, as whoever counts their time needs them. */
public interface EndedCases {
  /**
   * @param closedAt {@code null} while a matter is open
   */
  record Ended(CaseNumber number, Set<String> qualifications, Instant closedAt) {}

  /** The oldest first. */
  List<Ended> closedBefore(Instant moment, int most);

  /** To read it. */
  Optional<Ended> look(CaseNumber number);

  /** Locks the case until the transaction ends. */
  Optional<Ended> lock(CaseNumber number);

  /** Code of the outcome of the matter that was closed last, or {@code null}. */
  String lastOutcome(CaseNumber number);
}
