package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.evidence.Taken;
import org.isonomia.intake.IntakeEvent.ReportFiled;
import org.isonomia.intake.domain.Field;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.domain.Report;
import org.isonomia.intake.domain.ReportFile;
import org.isonomia.intake.domain.Said;
import org.isonomia.intake.persistence.FiledReports;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Trust;
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
  /** Who the reporter is, and how they are reached. */
  private static final Set<String> IDENTITY =
      Set.of("name", "address", "email", "phone", "safeContact");

  @Inject FiledReports reports;
  @Inject Vault vault;
  @Inject KeepFiles keepFiles;
  @Inject Safes safes;
  @Inject Trust trust;
  @Inject ReceiptKeys receiptKeys;
  @Inject Acknowledge acknowledgements;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;
  @Inject FurtherAnswers furtherAnswers;
  @Inject Questionnaires questionnaires;
  @Inject FilingThrottle throttle;

  /**
   * A file that comes with it.
   *
   * @param content a clean picture that a draft of before held, else {@code null}
   * @param taken where its contents lie, {@code null} for a picture of before
   * @param promised part of the text keys of the question whose promised file it is said to be, or
   *     {@code null}
   */
  public record Attachment(
      String name, String mediaType, byte[] content, Taken taken, String promised) {
    public Attachment(String name, Taken taken, String promised) {
      this(name, taken.kind().mediaType(), null, taken, promised);
    }

    @Override
    public String toString() {
      return "Attachment";
    }
  }

  /**
   * @param receipt made beforehand, so that an answer that gets lost can be repeated
   * @param noticeVersion which information of GDPR art. 13 the person was shown
   * @param cameAt when it reached the office, from which the clocks run; {@code null}: now
   */
  public record Command(
      Said said, Receipt receipt, String noticeVersion, List<Attachment> files, Instant cameAt) {
    public Command(Said said, Receipt receipt, String noticeVersion, List<Attachment> files) {
      this(said, receipt, noticeVersion, files, null);
    }

    @Override
    public String toString() {
      return "FileReport";
    }
  }

  /**
   * @throws Problem invalid "report-incomplete" with a pointer for everything that is wrong;
   *     tooMany "too-many-reports"
   */
  @Allowed(Permission.ANYONE)
  public CaseNumber handle(Command command) {
    return acknowledged(command).number();
  }

  /**
   * The same, answered with the number of the acknowledgement.
   *
   * @throws Problem as {@link #handle}
   */
  @Allowed(Permission.ANYONE)
  public FileReportOnce.Filed acknowledged(Command command) {
    requireGood(command.said());
    requireNoFlood();
    var receipt = receiptKeys.ofNew(command.receipt());
    return new FileReportOnce.Filed(
        file(nextNumber(), command, receipt), command.receipt(), receipt.acknowledgement());
  }

  /**
   * @throws Problem unavailable "not-open-yet" before anybody could read what is filed
   */
  void requireGood(Said said) {
    if (!trust.isOpenForFiling()) {
      throw Problem.unavailable("not-open-yet");
    }
    var today = clock.today();
    var faults = new ArrayList<>(said.faults(today));
    faults.addAll(questionnaires.of(said.asked().questionnaire()).faults(said, today));
    if (!faults.isEmpty()) {
      throw Problem.invalid("report-incomplete", faults);
    }
  }

  /**
   * After everything that is wrong with it was said. The desk, where somebody of the office types,
   * is no flood.
   *
   * @throws Problem tooMany "too-many-reports"
   */
  void requireNoFlood() {
    if (!Permission.FILE_AT_DESK.heldBy(Actor.current())) {
      throttle.pass();
    }
  }

  CaseNumber nextNumber() {
    return reports.nextNumber(clock.today().getYear());
  }

  /**
   * @param receipt derived from the command's receipt, before any row was locked
   */
  CaseNumber file(CaseNumber number, Command command, ReceiptKeys.Derived receipt) {
    var subject = number.value();
    makeKeys(subject, command.said().identity().mode(), receipt);
    var report =
        new Report(
            number,
            receipt.index(),
            command.said(),
            (field, text) -> vault.seal(subject, compartment(field), field, text),
            command.noticeVersion(),
            command.cameAt() == null ? clock.instant() : command.cameAt());
    furtherAnswers.keep(report, command.said().asked());
    reports.add(report);
    acknowledgements.issue(
        number,
        command.said().requested(),
        LocalDate.ofInstant(report.facts().filedAt(), AppClock.CITY),
        receipt.acknowledgement());
    var position = 0;
    for (var file : command.files()) {
      if (file.taken() != null) {
        keepFiles.add(
            number, position++, null, file.name(), file.taken(), promised(command.said(), file));
        continue;
      }
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

  /** Whoever changed the answer meanwhile promised nothing, and the file is one like any other. */
  private String promised(Said said, Attachment file) {
    var answers = said.asked().answers();
    return questionnaires.of(said.asked().questionnaire()).further().stream()
        .filter(
            field ->
                answers.getOrDefault(field.name(), List.of()).stream()
                    .anyMatch(field.promises()::contains))
        .map(Field::text)
        .filter(question -> question.equals(file.promised()))
        .findFirst()
        .orElse(null);
  }

  private static Compartment compartment(String field) {
    if (field.equals("respondentName")) {
      return Compartment.RESPONDENT;
    }
    return IDENTITY.contains(field) ? Compartment.IDENTITY : Compartment.CONTENT;
  }

  /**
   * The reporter opens everything; the office what happened, and of a NAMED reporter who it was;
   * the custodians who a CONFIDENTIAL reporter is, and files as they came. Both know whom the
   * report is about.
   */
  private void makeKeys(String subject, String identityMode, ReceiptKeys.Derived receipt) {
    var office = EnumSet.of(Compartment.CONTENT, Compartment.RESPONDENT);
    var custodians = EnumSet.of(Compartment.EVIDENCE, Compartment.RESPONDENT);
    switch (identityMode) {
      case "NAMED" -> office.add(Compartment.IDENTITY);
      case "CONFIDENTIAL" -> custodians.add(Compartment.IDENTITY);
      default -> {
        // nobody but the reporter
      }
    }
    var all = EnumSet.allOf(Compartment.class);
    safes.make(
        subject,
        all,
        List.of(
            new Safes.Bringing(Safes.RECEIPT, receipt.key(), all),
            new Safes.For(Team.OFFICE.holder(), office),
            new Safes.For(Team.CUSTODIANS.holder(), custodians)));
  }
}
