package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.intake.Mailbox;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;

/**
 * Somebody of the office asks the reporter up to five questions that are answered in fields; the
 * case waits for the answer as for that to a letter.
 */
@ApplicationScoped
@Transactional
public class AskReporter {
  /**
   * @param text why it is asked, in the reporter's language
   * @param questions in the reporter's language
   */
  public record Command(CaseNumber number, String text, List<Mailbox.Asking> questions) {
    @Override
    public String toString() {
      return "AskReporter";
    }
  }

  @Inject Register register;
  @Inject Correspondence correspondence;
  @Inject LawInForce law;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /**
   * @throws Problem invalid "incomplete" with everything that is wrong
   */
  @Allowed(Permission.MESSAGE_REPORTER)
  public void handle(Command command) {
    var text = Words.required("text", command.text(), "casework.error.text");
    var file = register.take(command.number());
    events.fire(file.message(true, law.current(), clock.instant()));
    try {
      correspondence.ask(file, Role.CASE_HANDLER, text, command.questions());
    } catch (Problem refusal) {
      var told = new ArrayList<Problem.FieldError>();
      refusal
          .errors()
          .forEach(
              e ->
                  told.add(
                      new Problem.FieldError(e.pointer(), "casework.error.question." + e.code())));
      throw told.isEmpty() ? refusal : Problem.invalid("incomplete", told);
    }
  }
}
