package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.CaseStanding;
import org.isonomia.intake.IntakeEvent.FormalAsked;
import org.isonomia.intake.IntakeEvent.ReporterWrote;
import org.isonomia.intake.domain.Codes;
import org.isonomia.intake.domain.MailboxMessage;
import org.isonomia.intake.persistence.FiledReports;
import org.isonomia.intake.persistence.Messages;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/**
 * With name and address a signal becomes a complaint, a request or a petition: the law's clocks
 * begin today, and nothing that was said is said again (regulation of 8 January 2002, § 8).
 */
@ApplicationScoped
@Transactional
public class MakeFormal {
  @Inject FiledReports reports;
  @Inject Disclosing disclosing;
  @Inject Acknowledge acknowledge;
  @Inject Messages messages;
  @Inject Vault vault;
  @Inject Instance<CaseStanding> standing;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /**
   * @param language tag of the language the page was in
   * @param requested COMPLAINT_KPA, REQUEST_KPA or PETITION
   * @param mode NAMED or CONFIDENTIAL; {@code null} keeps what it is, unless that is ANONYMOUS
   * @param words by field of {@link org.isonomia.intake.domain.Report#WHO}; what is missing stays
   *     as it is
   * @param noticeVersion which information of GDPR art. 13 was shown beside the form; {@code null}
   *     when nobody knows
   */
  public record Command(
      CaseNumber number,
      String language,
      String requested,
      String mode,
      Map<String, String> words,
      String noticeVersion) {
    @Override
    public String toString() {
      return "MakeFormal";
    }
  }

  /**
   * Sent twice with the same words, it is done once.
   *
   * @throws Problem invalid "formal-incomplete" with the fields that are wrong; conflict
   *     "already-formal" when something formal is open, "case-closed" when nothing is
   */
  @Allowed(Permission.ANYONE)
  public void handle(Command command) {
    var report = reports.lock(command.number());
    var before = report.facts().identityMode();
    var mode = command.mode() == null && !before.equals("ANONYMOUS") ? before : command.mode();
    var faults = disclosing.faults(report, mode, command.words(), Set.of("name", "address"));
    if (command.requested() == null) {
      faults.add(0, new FieldError("requested", "required"));
    } else if (!Codes.REQUESTED.contains(command.requested())
        || !Codes.isFormal(command.requested())) {
      faults.add(0, new FieldError("requested", "unknown-code"));
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid("formal-incomplete", faults);
    }
    if (isOpen(command) && disclosing.isSaid(report, mode, command.words())) {
      return;
    }
    var now = clock.instant();
    disclosing.disclose(report, mode, command.words(), now);
    report.ask(command.requested(), command.noticeVersion());
    events.fire(new FormalAsked(command.number(), report.facts(), now));
    acknowledge.issueFormal(command.number(), command.requested());
    var words =
        Texts.of(Language.of(command.language()).orElse(Language.PL))
            .t("intake.upgrade.message." + command.requested());
    messages.add(
        MailboxMessage.ofReporter(
            command.number(),
            command.language(),
            vault.seal(command.number().value(), "message", words),
            now));
    events.fire(new ReporterWrote(command.number(), now));
  }

  /** Whether just this is open already. */
  private boolean isOpen(Command command) {
    return standing.isResolvable()
        && standing.get().of(command.number()).matters().stream()
            .anyMatch(
                matter ->
                    matter.outcome() == null && command.requested().equals(matter.qualification()));
  }
}
