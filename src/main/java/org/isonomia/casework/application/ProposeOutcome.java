package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.Manner;
import org.isonomia.casework.Outcome;
import org.isonomia.casework.Qualification;
import org.isonomia.casework.domain.Case;
import org.isonomia.casework.domain.OutcomeLetter;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/** The case handler proposes how a matter ends, with the very letter the reporter will read. */
@ApplicationScoped
@Transactional
public class ProposeOutcome {
  /**
   * @param matter number of the matter it concludes
   * @param outcome code of {@link Outcome}
   * @param manner code of {@link Manner}; only for a formal complaint
   * @param text in Polish; binds in a formal matter
   * @param law provisions a refusal rests on
   * @param signer name under the letter of a formal matter
   * @param office of the signer
   * @param copy in the reporter's language, when that is not Polish
   */
  public record Command(
      CaseNumber number,
      int matter,
      String outcome,
      String manner,
      String text,
      String law,
      String signer,
      String office,
      String copy) {}

  @Inject Register register;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.PROPOSE_OUTCOME)
  public void handle(Command command) {
    var file = register.take(command.number());
    var letter = letter(file, command);
    var faults = letter.faults();
    if (!faults.isEmpty()) {
      throw Problem.invalid("letter-incomplete", faults);
    }
    var key = file.number().value();
    events.fire(
        file.propose(
            command.matter(),
            letter.outcome(),
            letter.manner(),
            vault.seal(key, "letter", LetterText.binding(letter)),
            vault.seal(key, "copy", LetterText.copy(letter)),
            Actor.current().accountId(),
            clock.instant()));
    workflow.complete(OpenCase.PICTURE, key, "proposeOutcome", Map.of());
  }

  private static OutcomeLetter letter(Case file, Command command) {
    var qualification = file.matter(command.matter()).qualification();
    return new OutcomeLetter(
        qualification,
        file.language(),
        find(Outcome.class, command.outcome()),
        qualification == Qualification.COMPLAINT_KPA ? find(Manner.class, command.manner()) : null,
        Words.optional("text", command.text()),
        Words.optional("law", command.law()),
        Words.optional("signer", command.signer()),
        Words.optional("office", command.office()),
        Words.optional("copy", command.copy()));
  }

  private static <E extends Enum<E>> E find(Class<E> type, String code) {
    for (var constant : type.getEnumConstants()) {
      if (constant.name().equals(code)) {
        return constant;
      }
    }
    return null;
  }
}
