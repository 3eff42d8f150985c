package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.IntakeEvent.ReportFiled;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.domain.Report;
import org.isonomia.intake.domain.ReportFile;
import org.isonomia.intake.domain.Said;
import org.isonomia.intake.persistence.FiledReports;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;

/**
 * A resident files a report. The report, its case, the clocks and the process are one transaction:
 * whoever reads a number and a receipt has a case, and a failure leaves nothing. Speed is measured:
 * one number, one row, one event.
 */
@ApplicationScoped
@Transactional
public class FileReport {
  @Inject FiledReports reports;
  @Inject Vault vault;
  @Inject HouseKey key;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /** A file that comes with it, cleaned of hidden data. */
  public record Attachment(String name, String mediaType, byte[] content) {}

  /**
   * @param receipt made beforehand, so that an answer that gets lost can be repeated
   * @param noticeVersion which information of GDPR art. 13 the person was shown
   */
  public record Command(Said said, Receipt receipt, String noticeVersion, List<Attachment> files) {
    @Override
    public String toString() {
      return "FileReport";
    }
  }

  /**
   * @throws Problem invalid "report-incomplete" with a pointer for everything that is wrong
   */
  @Allowed(Permission.ANYONE)
  public CaseNumber handle(Command command) {
    requireGood(command.said());
    return file(nextNumber(), command);
  }

  void requireGood(Said said) {
    var faults = said.faults(clock.today());
    if (!faults.isEmpty()) {
      throw Problem.invalid("report-incomplete", faults);
    }
  }

  CaseNumber nextNumber() {
    return reports.nextNumber(clock.today().getYear());
  }

  CaseNumber file(CaseNumber number, Command command) {
    var subject = number.value();
    var report =
        new Report(
            number,
            key.ofReceipt(command.receipt()),
            command.said(),
            (field, text) -> vault.seal(subject, field, text),
            command.noticeVersion(),
            clock.instant());
    reports.add(report);
    var position = 0;
    for (var file : command.files()) {
      reports.addFile(
          new ReportFile(
              number,
              position++,
              file.mediaType(),
              file.content().length,
              vault.seal(subject, "fileName", file.name()),
              vault.sealBytes(subject, "file", file.content())));
    }
    var facts = report.facts();
    events.fire(new ReportFiled(number, facts, facts.filedAt()));
    return number;
  }
}
