package org.isonomia.council;

import java.time.Instant;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;

/**
 * All that can happen to an agenda item that others hear of. The origin is {@code null} for a
 * member's own item.
 */
public sealed interface CouncilEvent extends DomainEvent {
  String item();

  CaseNumber origin();

  record ItemAccepted(String item, CaseNumber origin, Instant at) implements CouncilEvent {}

  record ItemScheduled(String item, CaseNumber origin, Instant meetingAt, Instant at)
      implements CouncilEvent {}

  /** The meeting that has the item on its agenda has begun. */
  record ItemCalled(String item, CaseNumber origin, Instant at) implements CouncilEvent {}

  /** The item waits for another meeting: it was put off, or its meeting was cancelled. */
  record ItemAdjourned(String item, CaseNumber origin, Instant at) implements CouncilEvent {}

  /**
   * The item is done: decided, or not considered, or withdrawn.
   *
   * @param status DECIDED, NOT_CONSIDERED, WITHDRAWN
   * @param decision code of the decision (RECOMMENDATION, …), NO_DECISION when none was carried
   * @param resolution public number of the decision ({@code 5/2027}), or {@code null}
   */
  record ItemClosed(
      String item, CaseNumber origin, String status, String decision, String resolution, Instant at)
      implements CouncilEvent {}
}
