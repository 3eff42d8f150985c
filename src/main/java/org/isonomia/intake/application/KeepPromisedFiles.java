package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.PromisedFiles;
import org.isonomia.intake.domain.Report;
import org.isonomia.intake.domain.ReportFile;
import org.isonomia.intake.persistence.FiledReports;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * Which file is the promised one: what its sender says of it, behind the receipt, and what the
 * office found. Who of the office may say so is casework's rule.
 */
@ApplicationScoped
@Transactional
public class KeepPromisedFiles implements PromisedFiles {
  @Inject FiledReports reports;
  @Inject FurtherAnswers furtherAnswers;
  @Inject AppClock clock;

  @Override
  @Allowed(Permission.ANYONE)
  public boolean judge(CaseNumber number, long fileId, String question, boolean isIt) {
    requirePromise(reports.get(number), question);
    var changes = ofReporter(number, fileId).judge(question, isIt, clock.instant());
    if (isIt) {
      reports.files(number).forEach(ReportFile::asked);
    }
    return changes;
  }

  @Override
  @Allowed(Permission.ANYONE)
  public void onPaper(CaseNumber number, String question, boolean came) {
    var report = reports.lock(number);
    requirePromise(report, question);
    report.notePaper(question, came);
  }

  /**
   * The reporter behind the receipt says of a file that was sent before that it is the promised
   * one, or that it is not. What the office found of it stays as it is.
   *
   * @throws Problem not-found "no-such-file", "no-such-promise"; conflict "already-judged"
   */
  @Allowed(Permission.ANYONE)
  public void say(CaseNumber number, long fileId, String question, boolean isIt) {
    requirePromise(reports.get(number), question);
    var file = ofReporter(number, fileId);
    if (file.isJudged()) {
      throw Problem.conflict("already-judged");
    }
    file.say(isIt ? question : null);
    reports.files(number).forEach(ReportFile::asked);
  }

  private ReportFile ofReporter(CaseNumber number, long fileId) {
    var file = reports.file(number, fileId);
    if (!reports.isOfReporter(file)) {
      throw Problem.notFound("no-such-file");
    }
    return file;
  }

  private void requirePromise(Report report, String question) {
    if (!furtherAnswers.promised(report, furtherAnswers.read(report, false)).contains(question)) {
      throw Problem.notFound("no-such-promise");
    }
  }
}
