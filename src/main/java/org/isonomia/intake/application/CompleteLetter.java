package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.IntakeEvent.LetterCompleted;
import org.isonomia.intake.IntakeEvent.ReporterWrote;
import org.isonomia.intake.domain.MailboxMessage;
import org.isonomia.intake.domain.PlainText;
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
import org.isonomia.shared.Problem.FieldError;

/**
 * The reporter completes a formal letter behind the receipt, as the office asked (regulation of 8
 * January 2002, § 8): only what was missing, and nothing that was said is said again. Also late,
 * while nobody has left the letter without examination.
 */
@ApplicationScoped
@Transactional
public class CompleteLetter {
  private static final Map<String, String> FIELDS = Map.of("NAME", "name", "ADDRESS", "address");
  private static final String UNCLEAR = "MATTER_UNCLEAR";

  @Inject FiledReports reports;
  @Inject OpenMailbox mailbox;
  @Inject Disclosing disclosing;
  @Inject Messages messages;
  @Inject Vault vault;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /**
   * @param matter the one whose question was read; 0 for the one that is asked first
   * @param language tag of the language the page was in
   * @param mode NAMED or CONFIDENTIAL; {@code null} keeps what it is, unless that is ANONYMOUS
   * @param words by field: {@code name}, {@code address}, {@code meant}; what was not asked for is
   *     not taken
   */
  public record Command(
      CaseNumber number, int matter, String language, String mode, Map<String, String> words) {
    @Override
    public String toString() {
      return "CompleteLetter";
    }
  }

  /**
   * @throws Problem conflict "nothing-to-complete" when the office does not ask (any more); invalid
   *     "letter-incomplete" with the fields that are wrong
   */
  @Allowed(Permission.ANYONE)
  public void handle(Command command) {
    var number = command.number();
    var report = reports.lock(number); // two clicks are one completion
    var summons =
        mailbox.summonses(number).stream()
            .filter(s -> command.matter() == 0 || command.matter() == s.matter())
            .findFirst()
            .orElseThrow(() -> Problem.conflict("nothing-to-complete"));
    var missing = summons.missing();
    var who = who(missing, command.words());
    var mode = mode(report, command.mode());
    var meant = PlainText.tidy(PlainText.clean(command.words().get("meant")));
    var faults = new ArrayList<FieldError>();
    if (!who.isEmpty()) {
      faults.addAll(disclosing.faults(report, mode, who, Set.of()));
      // what stands there already is what was not enough: it has to be looked at and sent
      who.forEach(
          (field, words) -> {
            if (PlainText.isBlank(words)) {
              faults.add(new FieldError(field, "required"));
            }
          });
    }
    if (missing.contains(UNCLEAR)) {
      if (meant == null) {
        faults.add(new FieldError("meant", "required"));
      }
      PlainText.fault(meant, WriteToOffice.TEXT_LENGTH)
          .ifPresent(code -> faults.add(new FieldError("meant", code)));
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid("letter-incomplete", faults);
    }
    var now = clock.instant();
    if (!who.isEmpty()) {
      disclosing.disclose(report, mode, who, now);
    }
    var t = Texts.of(Language.of(command.language()).orElse(Language.PL));
    var told = t.t("intake.complete.message");
    messages.add(
        MailboxMessage.ofReporter(
            number,
            command.language(),
            vault.seal(
                number.value(),
                "message",
                missing.contains(UNCLEAR) ? told + "\n\n" + meant : told),
            now));
    // first the summons: then nobody waits for it when the message is heard
    events.fire(new LetterCompleted(number, summons.matter(), now));
    events.fire(new ReporterWrote(number, now));
  }

  private static Map<String, String> who(Set<String> missing, Map<String, String> words) {
    var who = new HashMap<String, String>();
    var asked = new HashSet<>(missing);
    asked.retainAll(FIELDS.keySet());
    asked.forEach(code -> who.put(FIELDS.get(code), words.get(FIELDS.get(code))));
    return who;
  }

  private static String mode(Report report, String chosen) {
    var before = report.facts().identityMode();
    return chosen == null && !before.equals("ANONYMOUS") ? before : chosen;
  }
}
