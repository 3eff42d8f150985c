package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/**
 * The office cannot keep a date: before it passes, it names a new one and tells the reporter why
 * (KPA art. 237 § 4).
 */
@ApplicationScoped
@Transactional
public class ExtendDeadline {
  /**
   * @param matter number of the matter whose clock it is
   * @param clock code of the clock
   * @param day the new last day
   * @param reason for the file
   * @param message to the reporter, in their language, with reason and new date
   */
  public record Command(
      CaseNumber number, int matter, String clock, LocalDate day, String reason, String message) {}

  @Inject Register register;
  @Inject Correspondence correspondence;
  @Inject LawInForce law;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  /** For the form: who may not do it is not asked about it. */
  @Allowed(value = Permission.ASSESS_CASE, trace = Allowed.Trace.NONE)
  public void ask() {}

  @Allowed(Permission.ASSESS_CASE)
  public void handle(Command command) {
    if (command.day() == null) {
      throw Problem.invalid("incomplete", new Problem.FieldError("day", "casework.error.day"));
    }
    var reason = Words.required("reason", command.reason(), "casework.error.reason");
    var message = Words.required("message", command.message(), "casework.error.text");
    var file = register.take(command.number());
    var key = file.number().value();
    events.fire(
        file.extend(
            command.matter(),
            command.clock(),
            command.day(),
            vault.seal(key, "extension", reason),
            law.current(),
            clock.instant()));
    correspondence.answer(file, Role.CASE_HANDLER, message);
    workflow.replan(OpenCase.PICTURE, key);
  }
}
