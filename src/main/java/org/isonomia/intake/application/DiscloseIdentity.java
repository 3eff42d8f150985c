package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.CaseStanding;
import org.isonomia.intake.IntakeEvent.ReporterWrote;
import org.isonomia.intake.domain.MailboxMessage;
import org.isonomia.intake.domain.Report;
import org.isonomia.intake.persistence.FiledReports;
import org.isonomia.intake.persistence.Messages;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;

/**
 * The reporter says behind the receipt who they are: to the office, or to its identity custodian
 * alone. It cannot be untold. Telling one partner only is another act: {@link TellName}.
 */
@ApplicationScoped
@Transactional
public class DiscloseIdentity {
  @Inject FiledReports reports;
  @Inject Disclosing disclosing;
  @Inject Messages messages;
  @Inject Instance<CaseStanding> standing;
  @Inject Vault vault;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /**
   * @param language tag of the language the page was in
   * @param mode NAMED (the office) or CONFIDENTIAL (the identity custodian alone)
   * @param words by field of {@link Report#WHO}; what is missing stays as it is
   */
  public record Command(
      CaseNumber number, String language, String mode, Map<String, String> words) {
    @Override
    public String toString() {
      return "DiscloseIdentity";
    }
  }

  /** What the report knows of who the reporter is, for the form; opened by the receipt. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public Map<String, String> known(CaseNumber number) {
    var report = reports.get(number);
    var words = new LinkedHashMap<String, String>();
    for (var field : Report.WHO) {
      words.put(field, vault.open(number.value(), field, report.words(field)));
    }
    return words;
  }

  /**
   * Sent twice with the same words, it is done once.
   *
   * @throws Problem conflict "case-closed" when nothing is open any more, "already-named" when the
   *     office reads it already, or the mode is what it was; invalid "identity-incomplete" with the
   *     fields that are wrong
   */
  @Allowed(Permission.ANYONE)
  public void handle(Command command) {
    if (standing.isResolvable() && standing.get().isOver(command.number())) {
      throw Problem.conflict("case-closed");
    }
    var report = reports.lock(command.number());
    if (disclosing.isSaid(report, command.mode(), command.words())) {
      return;
    }
    if (report.isNamed() || (report.isConfidential() && "CONFIDENTIAL".equals(command.mode()))) {
      throw Problem.conflict("already-named");
    }
    var faults = disclosing.faults(report, command.mode(), command.words(), Set.of("name"));
    if (!faults.isEmpty()) {
      throw Problem.invalid("identity-incomplete", faults);
    }
    var now = clock.instant();
    disclosing.disclose(report, command.mode(), command.words(), now);
    // the office finds it among its messages; the words say that, never who
    var words =
        Texts.of(Language.of(command.language()).orElse(Language.PL))
            .t("intake.disclose.message." + command.mode());
    messages.add(
        MailboxMessage.ofReporter(
            command.number(),
            command.language(),
            vault.seal(command.number().value(), "message", words),
            now));
    events.fire(new ReporterWrote(command.number(), now));
  }
}
