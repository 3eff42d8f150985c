package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import org.isonomia.evidence.Evidence;
import org.isonomia.evidence.ReceiveFiles.Received;
import org.isonomia.evidence.Scan;
import org.isonomia.evidence.Stored;
import org.isonomia.evidence.Taken;
import org.isonomia.intake.Reports.FileContent;
import org.isonomia.intake.Reports.FileEntry;
import org.isonomia.intake.domain.Copies;
import org.isonomia.intake.domain.MailboxMessage;
import org.isonomia.intake.domain.ReportFile;
import org.isonomia.intake.persistence.FiledReports;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * Files of a case: their names and the keys of their contents, sealed. What is handed out opens for
 * whoever reads the case; the original beside a clean copy only for the reporter and the
 * custodians. Acts that may come here have asked before.
 */
@ApplicationScoped
class KeepFiles {
  private static final int AFTER_THE_REPORT = 1000;
  private static final String NAME = "fileName";
  private static final String KEY = "fileKey";
  private static final String ORIGINAL_KEY = "originalKey";

  @Inject FiledReports reports;
  @Inject Evidence evidence;
  @Inject Vault vault;
  @Inject Safes safes;
  @Inject Apart apart;

  /**
   * @param message number of the message it comes with, or {@code null}
   * @param promised part of the text keys of the question whose promised file it is said to be, or
   *     {@code null}
   */
  void add(
      CaseNumber number, int position, Long message, String name, Taken received, String promised) {
    var subject = number.value();
    var taken = keepable(subject, received);
    var copies =
        new Copies(
            taken,
            vault.sealBytes(subject, KEY, taken.content().key()),
            taken.original() == null
                ? null
                : vault.sealBytes(
                    subject, Compartment.EVIDENCE, ORIGINAL_KEY, taken.original().key()));
    reports.addFile(
        new ReportFile(
            number,
            position,
            taken.kind().mediaType(),
            taken.content().size(),
            vault.seal(subject, NAME, name),
            message,
            promised,
            copies));
    evidence.file(copies.contents(), number);
  }

  /** The office has its own originals, and no key to keep them under. */
  private Taken keepable(String subject, Taken taken) {
    if (taken.original() == null || safes.isOpen(subject, Compartment.EVIDENCE)) {
      return taken;
    }
    evidence.forget(List.of(taken.original().id()));
    return new Taken(
        taken.kind(), taken.cleaning(), taken.scan(), taken.content(), taken.originalKind(), null);
  }

  /** Files of a message that has just been added. */
  void addTo(MailboxMessage message, CaseNumber number, List<Received> files) {
    addTo(message, number, files, null);
  }

  /** The same, of which the reporter says that they are what a question promised. */
  void addTo(MailboxMessage message, CaseNumber number, List<Received> files, String promised) {
    // behind those of the report, in the order of the messages
    var position = AFTER_THE_REPORT;
    if (promised != null) {
      reports.files(number).forEach(ReportFile::asked);
    }
    for (var file : files) {
      add(number, position++, message.id(), file.name(), file.taken(), promised);
    }
  }

  List<FileEntry> entries(CaseNumber number) {
    return reports.files(number).stream().map(file -> entry(number, file)).toList();
  }

  FileEntry entry(CaseNumber number, ReportFile file) {
    return new FileEntry(
        file.id(),
        vault.openIfMine(number.value(), NAME, file.name()),
        file.mediaType(),
        file.size(),
        file.copies().cleaning(),
        file.copies().scan(),
        file.message(),
        file.copies().hasOriginal(),
        file.promised(),
        file.isRefused(),
        file.promised() != null && file.isFound(file.promised()),
        file.promised() == null && file.neverAsked());
  }

  FileContent open(CaseNumber number, ReportFile file) {
    var copies = file.copies();
    if (!copies.isInBlocks()) {
      var bytes = vault.openBytes(number.value(), "file", file.content());
      return content(
          number, file, bytes.length, copies::scan, () -> new ByteArrayInputStream(bytes));
    }
    var stored = copies.content(vault.openBytes(number.value(), KEY, copies.key()), file.size());
    return content(number, file, stored.size(), looking(number, file, stored), reading(stored));
  }

  /** The scanner is asked when the acts are over, and what it says is noted in a short one. */
  private Supplier<Scan> looking(CaseNumber number, ReportFile file, Stored stored) {
    var id = file.id();
    var before = file.copies().scan();
    return () -> {
      var now = evidence.scan(stored, before);
      if (now != before) {
        apart.run(() -> reports.file(number, id).copies().scanned(now));
      }
      return now;
    };
  }

  FileContent original(CaseNumber number, ReportFile file) {
    var copies = file.copies();
    if (!copies.hasOriginal()) {
      throw Problem.notFound("no-such-file");
    }
    var stored =
        copies.original(vault.openBytes(number.value(), ORIGINAL_KEY, copies.originalKey()));
    var before = copies.scan();
    return new FileContent(
        vault.openIfMine(number.value(), NAME, file.name()),
        copies.originalType(),
        stored.size(),
        () -> evidence.scan(stored, before),
        reading(stored));
  }

  private FileContent content(
      CaseNumber number,
      ReportFile file,
      long size,
      Supplier<Scan> scan,
      Supplier<InputStream> bytes) {
    return new FileContent(
        vault.open(number.value(), NAME, file.name()), file.mediaType(), size, scan, bytes);
  }

  private Supplier<InputStream> reading(Stored stored) {
    return () -> evidence.open(stored);
  }
}
