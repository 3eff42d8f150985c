package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.casework.domain.Deadline;
import org.isonomia.casework.domain.Summons;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.ClockTerms;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/**
 * The case handler asks the person to complete a formal letter (regulation of 8 January 2002, § 8).
 * The letter lies in the mailbox and says what is missing, how long there is and what happens
 * otherwise; the time begins when it reaches the person.
 */
@ApplicationScoped
@Transactional
public class SummonReporter {
  /**
   * @param missing codes of {@link Summons.Missing}
   * @param words what is meant, in the reporter's language; required where the matter is unclear
   */
  public record Command(CaseNumber number, int matter, Set<String> missing, String words) {
    @Override
    public String toString() {
      return "SummonReporter";
    }
  }

  private static final Set<Summons.Missing> UNCLEAR = EnumSet.of(Summons.Missing.MATTER_UNCLEAR);

  @Inject Register register;
  @Inject Correspondence correspondence;
  @Inject ClockTerms terms;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /** For the form: who may not do it is not asked about it. */
  @Allowed(value = Permission.ASSESS_CASE, trace = Allowed.Trace.NONE)
  public void ask() {}

  @Allowed(Permission.ASSESS_CASE)
  public void handle(Command command) {
    var missing = EnumSet.noneOf(Summons.Missing.class);
    command
        .missing()
        .forEach(
            code ->
                missing.add(
                    Words.code(Summons.Missing.class, "missing", code, "casework.error.missing")));
    var file = register.take(command.number());
    // name and address that are in the file are not missing: what is wrong with them is said
    var known = file.completeForFormal() && !missing.equals(UNCLEAR);
    var words =
        missing.contains(Summons.Missing.MATTER_UNCLEAR) || known
            ? Words.required(
                "words",
                command.words(),
                known ? "casework.error.knownWords" : "casework.error.unclearWords")
            : Words.optional("words", command.words());
    var key = file.number().value();
    events.fire(
        file.summon(
            command.matter(),
            missing,
            vault.seal(key, "summons", words),
            Actor.current().accountId(),
            clock.instant()));
    correspondence.answer(file, Role.CASE_HANDLER, letter(file.language(), missing, words));
    workflow.replan(OpenCase.PICTURE, key);
  }

  /** What the person reads in the mailbox. */
  private String letter(String language, Set<Summons.Missing> missing, String words) {
    var t = Texts.of(Language.of(language).orElse(Language.EN));
    var letter = new StringBuilder(t.t("casework.summons.letter.lead"));
    missing.forEach(
        code -> letter.append("\n– ").append(t.t("casework.summons.letter.missing." + code)));
    if (words != null) {
      letter.append("\n\n").append(words);
    }
    var due = terms.due(Deadline.SUPPLEMENT, clock.instant());
    return letter
        .append("\n\n")
        .append(t.t("casework.summons.letter.term", "days", due.amount()))
        .append("\n\n")
        .append(t.t("casework.summons.letter.otherwise", "basis", due.basis()))
        .toString();
  }
}
