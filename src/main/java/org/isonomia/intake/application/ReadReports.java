package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.CaseStanding;
import org.isonomia.intake.ReportFacts;
import org.isonomia.intake.Reports;
import org.isonomia.intake.domain.Codes;
import org.isonomia.intake.domain.Report;
import org.isonomia.intake.domain.ReportFile;
import org.isonomia.intake.persistence.FiledReports;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Sealed;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * Opens reports for whoever handles the case. Who may read which case is a rule of casework and of
 * the reporter's receipt; both ask before they come here, so this door asks for no role of its own.
 */
@ApplicationScoped
@Transactional
public class ReadReports implements Reports {
  @Inject FiledReports reports;
  @Inject Vault vault;
  @Inject Safes safes;
  @Inject FurtherAnswers furtherAnswers;
  @Inject KeepFiles keepFiles;
  @Inject Acknowledge acknowledge;
  @Inject Instance<CaseStanding> standing;

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public ReportFacts facts(CaseNumber number) {
    return reports.get(number).facts();
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public Content content(CaseNumber number) {
    // the identity of a confidential reporter is opened by the identity custodian only, never with
    // the case
    return content(number, reports.get(number).isNamed());
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public Identity identity(CaseNumber number) {
    var report = reports.get(number);
    if (!report.isConfidential()) {
      throw Problem.conflict("not-confidential");
    }
    if (!safes.isOpen(number.value(), Compartment.IDENTITY)) {
      throw Problem.forbidden("sealed");
    }
    return new Identity(
        open(number, "name", report.name()),
        open(number, "address", report.address()),
        open(number, "email", report.email()),
        open(number, "phone", report.phone()),
        open(number, "safeContact", report.safeContact()),
        furtherAnswers.ofReporter(report));
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public String respondentName(CaseNumber number) {
    return vault.openIfMine(number.value(), "respondentName", reports.get(number).respondentName());
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Set<String> grounds() {
    return Codes.GROUNDS;
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Set<String> areas() {
    return Codes.AREAS;
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Map<CaseNumber, String> narratives(Collection<CaseNumber> numbers) {
    vault.prepare(numbers.stream().map(CaseNumber::value).toList());
    var opened = new HashMap<CaseNumber, String>();
    for (var report : reports.of(numbers)) {
      var text = vault.openIfMine(report.number().value(), "narrative", report.narrative());
      if (text != null) {
        opened.put(report.number(), text);
      }
    }
    return opened;
  }

  /**
   * The day of the dismissal, the notice or the refusal, when the questionnaire asked for it and
   * the person gave it.
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<LocalDate> endedOn(CaseNumber number) {
    return furtherAnswers.read(reports.get(number), false).stream()
        .filter(answered -> answered.field().equals("endedOn"))
        .filter(answered -> answered.kind() == Answered.Kind.DATE)
        .map(answered -> LocalDate.parse(answered.values().get(0)))
        .findFirst();
  }

  /** Tag of the language in which the story is written, when that was said. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<String> writtenIn(CaseNumber number) {
    return furtherAnswers.read(reports.get(number), false).stream()
        .filter(answered -> answered.field().equals(WRITTEN_IN))
        .flatMap(answered -> answered.values().stream())
        .findFirst();
  }

  /** All files of one's own case, for the reporter behind the receipt. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<FileEntry> files(CaseNumber number) {
    return keepFiles.entries(number);
  }

  /**
   * A file that an answer promised and that is not here.
   *
   * @param question part of the text keys of the question
   * @param refused whether one came, and the office found that it is another file
   */
  public record Awaited(String question, boolean refused) {}

  /** What was promised as a file, while none stands of which the reporter says that it is it. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<Awaited> awaited(CaseNumber number) {
    var report = reports.get(number);
    var promised = furtherAnswers.promised(report, furtherAnswers.read(report, false));
    var files = promised.isEmpty() ? List.<ReportFile>of() : reports.files(number);
    return missing(report, promised, files).stream()
        .map(
            question ->
                new Awaited(
                    question,
                    files.stream().anyMatch(f -> question.equals(f.promised()) && f.isRefused())))
        .toList();
  }

  /** What was promised as a file, come or not. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<String> promised(CaseNumber number) {
    var report = reports.get(number);
    return furtherAnswers.promised(report, furtherAnswers.read(report, false));
  }

  private static List<String> missing(
      Report report, List<String> promised, List<ReportFile> files) {
    return promised.stream()
        .filter(question -> !report.promisedOnPaper().contains(question))
        .filter(question -> files.stream().noneMatch(file -> file.standsFor(question)))
        .toList();
  }

  /**
   * Answers with which the law lets nobody examine the formal letter; none without such a letter.
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<String> hinders(CaseNumber number) {
    var report = reports.get(number);
    return hinders(report, furtherAnswers.read(report, false));
  }

  private List<String> hinders(Report report, List<Reports.Answered> further) {
    var hindering = furtherAnswers.hindering(report, further);
    return hindering.isEmpty() || !isExamined(report.number()) ? List.of() : hindering;
  }

  /** Whether there is a formal letter that is not answered yet. */
  private boolean isExamined(CaseNumber number) {
    return acknowledge.isFormal(number)
        && (!standing.isResolvable() || !standing.get().isOver(number));
  }

  private Content content(CaseNumber number, boolean named) {
    var report = reports.get(number);
    var further = furtherAnswers.read(report, named);
    var promised = furtherAnswers.promised(report, further);
    var files = promised.isEmpty() ? List.<ReportFile>of() : reports.files(number);
    var awaited = missing(report, promised, files);
    var onPaper = promised.stream().filter(report.promisedOnPaper()::contains).toList();
    return new Content(
        open(number, "narrative", report.narrative()),
        open(number, "time", report.time()),
        open(number, "place", report.place()),
        open(number, "respondentName", report.respondentName()),
        report.wishes(),
        open(number, "wishText", report.wishText()),
        named ? open(number, "name", report.name()) : null,
        named ? open(number, "address", report.address()) : null,
        named ? open(number, "email", report.email()) : null,
        named ? open(number, "phone", report.phone()) : null,
        named ? open(number, "safeContact", report.safeContact()) : null,
        keepFiles.entries(number),
        report.questionnaire(),
        further,
        awaited,
        promised.stream()
            .filter(question -> !awaited.contains(question) && !onPaper.contains(question))
            .filter(question -> files.stream().noneMatch(file -> file.isFound(question)))
            .toList(),
        promised,
        onPaper,
        hinders(report, further));
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<FileEntry> originals(CaseNumber number) {
    return keepFiles.entries(number).stream().filter(FileEntry::original).toList();
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public FileEntry entry(CaseNumber number, long fileId) {
    return keepFiles.entry(number, reports.file(number, fileId));
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public FileContent file(CaseNumber number, long fileId) {
    return keepFiles.open(number, reports.file(number, fileId));
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public FileContent original(CaseNumber number, long fileId) {
    return keepFiles.original(number, reports.file(number, fileId));
  }

  private String open(CaseNumber number, String field, Sealed sealed) {
    return vault.open(number.value(), field, sealed);
  }
}
