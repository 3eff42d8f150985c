package org.isonomia.casework;

import java.time.Instant;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;

/**
 * All that can happen to a case. What may happen when is one table, {@link
 * org.isonomia.casework.domain.MatterStatus}; what comes next is the picture {@code
 * complaintHandling}.
 */
public sealed interface CaseEvent extends DomainEvent {
  CaseNumber number();

  // the way through the picture
  record CaseOpened(CaseNumber number, Qualification requested, Instant at) implements CaseEvent {}

  record ReportAcknowledged(CaseNumber number, Instant at) implements CaseEvent {}

  record MatterQualified(CaseNumber number, int matter, Qualification qualification, Instant at)
      implements CaseEvent {}

  record CaseAssessed(CaseNumber number, String choice, Instant at) implements CaseEvent {}

  record ReporterInformed(CaseNumber number, Instant at) implements CaseEvent {}

  record ConsentAwaited(CaseNumber number, Instant at) implements CaseEvent {}

  record MatterReferred(CaseNumber number, Instant at) implements CaseEvent {}

  record ReferralConcluded(CaseNumber number, Instant at) implements CaseEvent {}

  record BriefProposed(CaseNumber number, String item, Instant at) implements CaseEvent {}

  record CouncilAnswered(CaseNumber number, String item, Instant at) implements CaseEvent {}

  record MatterForwarded(CaseNumber number, int matter, Instant at) implements CaseEvent {}

  record OutcomeProposed(CaseNumber number, int matter, Outcome outcome, Instant at)
      implements CaseEvent {}

  record OutcomeReturned(CaseNumber number, int matter, Instant at) implements CaseEvent {}

  record OutcomeConfirmed(CaseNumber number, int matter, Outcome outcome, Instant at)
      implements CaseEvent {}

  record ReporterTold(CaseNumber number, int matter, Instant at) implements CaseEvent {}

  record MatterClosed(CaseNumber number, int matter, Outcome outcome, Instant at)
      implements CaseEvent {}

  /** The last of its matters was closed, with this outcome. */
  record CaseClosed(CaseNumber number, Outcome outcome, Instant at) implements CaseEvent {}

  /**
   * @param days how long after closing, as the law book says
   */
  record RetaliationChecked(CaseNumber number, int days, Instant at) implements CaseEvent {}

  record TriageReminded(CaseNumber number, Instant at) implements CaseEvent {}

  record TriageEscalated(CaseNumber number, Instant at) implements CaseEvent {}

  // at any time while the case is open
  record MatterAdded(CaseNumber number, int matter, Qualification qualification, Instant at)
      implements CaseEvent {}

  /** The reporter asked, while nobody had qualified it yet, that the report be something formal. */
  record MatterUpgraded(CaseNumber number, int matter, Qualification qualification, Instant at)
      implements CaseEvent {}

  /** The reporter took the report back; every open matter is closed by it. */
  record CaseWithdrawn(CaseNumber number, Instant at) implements CaseEvent {}

  record CompetenceConfirmed(CaseNumber number, int matter, Instant at) implements CaseEvent {}

  record CaseAssigned(CaseNumber number, Long accountId, Instant at) implements CaseEvent {}

  record ReporterMessaged(CaseNumber number, Instant at) implements CaseEvent {}

  record ReporterAsked(CaseNumber number, Instant at) implements CaseEvent {}

  record ReporterAnswered(CaseNumber number, Instant at) implements CaseEvent {}

  /** The person is asked to complete a formal letter (regulation of 8 January 2002, § 8). */
  record ReporterSummoned(CaseNumber number, int matter, Instant at) implements CaseEvent {}

  /** The summons has reached the person: their time begins. */
  record SummonsDelivered(CaseNumber number, int matter, Instant at) implements CaseEvent {}

  /** The person has completed the letter. */
  record SummonsAnswered(CaseNumber number, int matter, Instant at) implements CaseEvent {}

  /** A formal letter was not completed, or has no name and address: nobody examines it. */
  record MatterLeftUnexamined(CaseNumber number, int matter, Instant at) implements CaseEvent {}

  record DeadlineExtended(CaseNumber number, String clock, Instant at) implements CaseEvent {}

  record CctvRequested(CaseNumber number, Instant at) implements CaseEvent {}

  record NoteAdded(CaseNumber number, Instant at) implements CaseEvent {}

  /** Somebody of the office takes no part in the case any more (KPA art. 24). */
  record PersonKeptOut(CaseNumber number, long accountId, Instant at) implements CaseEvent {}

  record PersonLetBackIn(CaseNumber number, long accountId, Instant at) implements CaseEvent {}
}
