package org.isonomia.intake;

import java.time.Instant;
import java.util.Set;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;

/** All that can happen at the resident's door. */
public sealed interface IntakeEvent extends DomainEvent {
  CaseNumber number();

  /** A report is in the register; who observes this opens the case in the same transaction. */
  record ReportFiled(CaseNumber number, ReportFacts facts, Instant at) implements IntakeEvent {}

  /** The reporter wrote into the mailbox. */
  record ReporterWrote(CaseNumber number, Instant at) implements IntakeEvent {}

  /**
   * The reporter has corrected answers.
   *
   * @param fields as the questionnaire calls them
   * @param facts of the report as it is now
   */
  record ReportCorrected(CaseNumber number, Set<String> fields, ReportFacts facts, Instant at)
      implements IntakeEvent {}

  /**
   * The reporter has said who they are, to the office or to its identity custodian.
   *
   * @param mode NAMED or CONFIDENTIAL
   * @param complete whether name and address are known, without which nothing formal is examined
   */
  record IdentityDisclosed(CaseNumber number, String mode, boolean complete, Instant at)
      implements IntakeEvent {}

  /**
   * The reporter asks that the office deals with the report as something formal, from today.
   *
   * @param facts of the report as it is now
   */
  record FormalAsked(CaseNumber number, ReportFacts facts, Instant at) implements IntakeEvent {}

  /** The reporter has opened the mailbox and reads what lies there. */
  record MailboxOpened(CaseNumber number, Instant at) implements IntakeEvent {}

  /** The reporter has completed a formal letter, as the office asked. */
  record LetterCompleted(CaseNumber number, int matter, Instant at) implements IntakeEvent {}

  /** The reporter takes the report back. */
  record ReportWithdrawn(CaseNumber number, Instant at) implements IntakeEvent {}
}
