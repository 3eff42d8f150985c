package org.isonomia.intake;

import java.time.Instant;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;

/** All that can happen at the resident's door. */
public sealed interface IntakeEvent extends DomainEvent {
  CaseNumber number();

  /** A report is in the register; who observes this opens the case in the same transaction. */
  record ReportFiled(CaseNumber number, ReportFacts facts, Instant at) implements IntakeEvent {}

  /** The reporter wrote into the mailbox. */
  record ReporterWrote(CaseNumber number, Instant at) implements IntakeEvent {}
}
