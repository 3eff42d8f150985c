package org.isonomia.casework.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isonomia.casework.CaseEvent;
import org.isonomia.casework.CaseEvent.*;

/**
 * Where a matter stands; codes of the vocabulary. {@link #TABLE} is all that may happen: what is
 * not in it is refused. The vocabulary has further codes (mediation, follow-up, merging): they come
 * with the acts that lead to them.
 */
public enum MatterStatus {
  NEW(1, 2),
  TRIAGE(2, 2),
  IN_PROGRESS(3, 1),
  AWAITING_REPORTER(3, 0),
  REFERRED(3, 1),
  COUNCIL(3, 1),
  TRANSFERRED_231(3, 3),
  CLOSED(4, 4),
  LEFT_UNEXAMINED(4, 5);

  /** One legal step: in this status this may happen, and then the status is that. */
  public record Step(MatterStatus from, Class<? extends CaseEvent> event, MatterStatus to) {}

  /** All legal steps, in the order of a case's life. */
  public static final List<Step> TABLE = table();

  private static List<Step> table() {
    var t = new ArrayList<Step>();
    step(t, NEW, ReportAcknowledged.class, TRIAGE);
    step(t, TRIAGE, MatterQualified.class, IN_PROGRESS);
    // a question to the reporter holds nothing up: whatever may happen in progress may happen while
    // it is open
    for (var working : List.of(IN_PROGRESS, AWAITING_REPORTER)) {
      step(t, working, CaseAssessed.class, working);
      step(t, working, ReporterInformed.class, working);
      step(t, working, ConsentAwaited.class, AWAITING_REPORTER);
      step(t, working, MatterReferred.class, REFERRED);
      step(t, working, ReferralConcluded.class, IN_PROGRESS);
      step(t, working, BriefProposed.class, COUNCIL);
      step(t, working, MatterForwarded.class, TRANSFERRED_231);
      step(t, working, ReporterSummoned.class, AWAITING_REPORTER);
      step(t, working, MatterLeftUnexamined.class, LEFT_UNEXAMINED);
    }
    // what another body has, this office still speaks of with the reporter, and concludes
    step(t, TRANSFERRED_231, CaseAssessed.class, TRANSFERRED_231);
    step(t, TRANSFERRED_231, ReporterInformed.class, TRANSFERRED_231);
    step(t, REFERRED, ReferralConcluded.class, IN_PROGRESS);
    step(t, COUNCIL, CouncilAnswered.class, IN_PROGRESS);
    for (var concluding : List.of(IN_PROGRESS, AWAITING_REPORTER, TRANSFERRED_231)) {
      step(t, concluding, OutcomeProposed.class, concluding);
      step(t, concluding, OutcomeReturned.class, concluding);
      step(t, concluding, OutcomeConfirmed.class, concluding);
      step(t, concluding, ReporterTold.class, concluding);
      step(t, concluding, MatterClosed.class, CLOSED);
    }
    step(t, CLOSED, CaseClosed.class, CLOSED);
    step(t, CLOSED, RetaliationChecked.class, CLOSED);
    // the reporter makes it formal while it waits for the desk; later it is a matter of its own
    step(t, NEW, MatterUpgraded.class, NEW);
    step(t, TRIAGE, MatterUpgraded.class, TRIAGE);
    step(t, NEW, TriageReminded.class, NEW);
    step(t, TRIAGE, TriageReminded.class, TRIAGE);
    step(t, NEW, TriageEscalated.class, NEW);
    step(t, TRIAGE, TriageEscalated.class, TRIAGE);
    // at any time
    step(t, IN_PROGRESS, ReporterAsked.class, AWAITING_REPORTER);
    step(t, AWAITING_REPORTER, ReporterAsked.class, AWAITING_REPORTER);
    step(t, AWAITING_REPORTER, ReporterAnswered.class, IN_PROGRESS);
    // the case went on while the question was open: the answer is heard and moves nothing
    for (var elsewhere : List.of(IN_PROGRESS, REFERRED, COUNCIL, TRANSFERRED_231)) {
      step(t, elsewhere, ReporterAnswered.class, elsewhere);
    }
    step(t, AWAITING_REPORTER, SummonsAnswered.class, IN_PROGRESS);
    for (var elsewhere : List.of(IN_PROGRESS, REFERRED, COUNCIL)) {
      step(t, elsewhere, SummonsAnswered.class, elsewhere);
    }
    for (var open : List.of(IN_PROGRESS, AWAITING_REPORTER, REFERRED, COUNCIL)) {
      step(t, open, SummonsDelivered.class, open);
    }
    for (var open : List.of(IN_PROGRESS, AWAITING_REPORTER, REFERRED, COUNCIL, TRANSFERRED_231)) {
      step(t, open, MatterQualified.class, open);
      step(t, open, MatterAdded.class, open);
    }
    for (var open : values()) {
      if (open.isOpen()) {
        step(t, open, CompetenceConfirmed.class, open);
        step(t, open, DeadlineExtended.class, open);
        step(t, open, CctvRequested.class, open);
        step(t, open, CaseWithdrawn.class, CLOSED);
      }
      // also after closing: how else is somebody without an address asked about retaliation
      step(t, open, ReporterMessaged.class, open);
      step(t, open, CaseAssigned.class, open);
      step(t, open, NoteAdded.class, open);
      // a conflict is found when it is found; after closing there still is a file to read
      step(t, open, PersonKeptOut.class, open);
      step(t, open, PersonLetBackIn.class, open);
    }
    return List.copyOf(t);
  }

  private static void step(
      List<Step> table, MatterStatus from, Class<? extends CaseEvent> event, MatterStatus to) {
    table.add(new Step(from, event, to));
  }

  private final int phase;
  private final int rank;

  MatterStatus(int phase, int rank) {
    this.phase = phase;
    this.rank = rank;
  }

  /** The status after this event; empty when it may not happen now. */
  public Optional<MatterStatus> after(Class<? extends CaseEvent> event) {
    return TABLE.stream()
        .filter(step -> step.from() == this && step.event() == event)
        .map(Step::to)
        .findFirst();
  }

  /** The step a reporter reads: 1 received, 2 being checked, 3 being dealt with, 4 finished. */
  public int phase() {
    return phase;
  }

  /**
   * How active a matter is, the lowest first: what waits for the reporter, what this office does,
   * what is still being checked, what another body has, what is closed.
   */
  int rank() {
    return rank;
  }

  public boolean isOpen() {
    return this != CLOSED && this != LEFT_UNEXAMINED;
  }

  /** Statuses in which an outcome may be proposed. */
  public static Set<MatterStatus> concluding() {
    return TABLE.stream()
        .filter(step -> step.event() == OutcomeProposed.class)
        .map(Step::from)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Statuses between qualification and the end. */
  public static Set<MatterStatus> underway() {
    return Set.of(IN_PROGRESS, AWAITING_REPORTER, REFERRED, COUNCIL, TRANSFERRED_231);
  }
}
