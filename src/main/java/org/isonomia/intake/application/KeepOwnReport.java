package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.OwnReport;
import org.isonomia.intake.Reports.Answered;
import org.isonomia.intake.Reports.Content;
import org.isonomia.intake.domain.Correction;
import org.isonomia.intake.domain.Field;
import org.isonomia.intake.domain.Questionnaire;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.domain.ReceiptRenewal;
import org.isonomia.intake.persistence.FiledReports;
import org.isonomia.intake.persistence.Rectifications;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Sealed;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** The reporter's own report, for the room that serves their rights: its acts ask who may. */
@ApplicationScoped
@Transactional
public class KeepOwnReport implements OwnReport {
  @Inject FiledReports reports;
  @Inject Rectifications rectifications;
  @Inject ReceiptKeys receiptKeys;
  @Inject Safes safes;
  @Inject KeepFiles keepFiles;
  @Inject Vault vault;
  @Inject AppClock clock;
  @Inject FurtherAnswers furtherAnswers;
  @Inject Questionnaires questionnaires;

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Content own(CaseNumber number) {
    var report = reports.get(number);
    return new Content(
        open(number, "narrative", report.narrative()),
        open(number, "time", report.time()),
        open(number, "place", report.place()),
        open(number, "respondentName", report.respondentName()),
        report.wishes(),
        open(number, "wishText", report.wishText()),
        open(number, "name", report.name()),
        open(number, "address", report.address()),
        open(number, "email", report.email()),
        open(number, "phone", report.phone()),
        open(number, "safeContact", report.safeContact()),
        safes.isOpen(number.value(), Compartment.CONTENT) ? keepFiles.entries(number) : List.of(),
        report.questionnaire(),
        furtherAnswers.read(report, true));
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<Corrected> corrections(CaseNumber number) {
    var questions = questionnaires.of(reports.get(number).questionnaire());
    return rectifications.of(number).stream().map(c -> corrected(number, c, questions)).toList();
  }

  /** With the words of the questions it was asked with. */
  private Corrected corrected(CaseNumber number, Correction c, Questionnaire questions) {
    var before = open(number, c.field(), c.before());
    var field = questions.field(c.field());
    var answered =
        field
            .filter(f -> f.kind().isChoice() || f.kind() == Field.Kind.DATE)
            .map(
                f ->
                    FurtherAnswers.answered(f, before == null ? null : List.of(before.split("\n"))))
            .orElseGet(
                () ->
                    new Answered(
                        c.field(),
                        field.map(Field::text).orElse(c.field()),
                        Answered.Kind.TEXT,
                        false,
                        before == null ? null : List.of(before)));
    return new Corrected(c.field(), answered.text(), before == null ? null : answered, c.at());
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<Renewed> renewals(CaseNumber number) {
    return rectifications.renewals(number).stream()
        .map(r -> new Renewed(r.role(), r.at()))
        .toList();
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public String renewReceipt(CaseNumber number, String role) {
    var subject = number.value();
    var opened = safes.opened(subject);
    if (!opened.containsAll(EnumSet.of(Compartment.CONTENT, Compartment.IDENTITY))) {
      throw Problem.forbidden("sealed");
    }
    var receipt = Receipt.make();
    var derived = receiptKeys.ofNew(receipt);
    // of one name there is one envelope: the old one goes in the same act
    safes.add(subject, new Safes.Bringing(Safes.RECEIPT, derived.key(), opened));
    reports.get(number).changeReceipt(derived.index());
    rectifications.endVisits(number);
    rectifications.add(new ReceiptRenewal(number, role, clock.instant()));
    return receipt.grouped();
  }

  private String open(CaseNumber number, String field, Sealed sealed) {
    return vault.openIfMine(number.value(), field, sealed);
  }
}
