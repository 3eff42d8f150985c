package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.evidence.ReceiveFiles.Received;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/** Somebody of the office writes to the reporter; a question makes the case wait for the answer. */
@ApplicationScoped
@Transactional
public class WriteToReporter {
  /**
   * @param text in the reporter's language
   * @param question whether an answer is needed
   * @param files that come with it
   */
  public record Command(CaseNumber number, String text, boolean question, List<Received> files) {
    public Command(CaseNumber number, String text, boolean question) {
      this(number, text, question, List.of());
    }
  }

  @Inject Register register;
  @Inject Correspondence correspondence;
  @Inject LawInForce law;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /**
   * Whether who acts may write to this reporter; before files that come with the letter are stored.
   *
   * @throws org.isonomia.shared.Problem as {@link #handle} does
   */
  @Allowed(value = Permission.MESSAGE_REPORTER, trace = Allowed.Trace.NONE)
  public void askFirst(CaseNumber number) {
    register.look(number);
  }

  @Allowed(Permission.MESSAGE_REPORTER)
  public void handle(Command command) {
    var text = Words.required("text", command.text(), "casework.error.text");
    var file = register.take(command.number());
    events.fire(file.message(command.question(), law.current(), clock.instant()));
    correspondence.answer(file, Role.CASE_HANDLER, text, command.files());
    // the first letter of a person ends a clock
    workflow.replan(OpenCase.PICTURE, file.number().value());
  }
}
