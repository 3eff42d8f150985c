package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.Cases;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/**
 * A summons has reached the person, and their time to complete the letter begins: they opened the
 * mailbox, or a posted letter was handed to them on a day that the case handler enters.
 */
@ApplicationScoped
@Transactional
public class DeliverSummons {
  /**
   * @param day on the confirmation of the post
   */
  public record Command(CaseNumber number, int matter, LocalDate day) {}

  @Inject Cases cases;
  @Inject Register register;
  @Inject LawInForce law;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.ASSESS_CASE)
  public void handle(Command command) {
    if (command.day() == null) {
      throw Problem.invalid("incomplete", new Problem.FieldError("day", "casework.error.day"));
    }
    var file = register.take(command.number());
    events.fire(
        file.deliverSummons(command.matter(), command.day(), law.current(), clock.instant()));
    workflow.replan(OpenCase.PICTURE, file.number().value());
  }

  /** The reporter has opened the mailbox in which it lies. */
  @Allowed(Permission.ANYONE)
  public void read(CaseNumber number) {
    cases.get(number).reporterReadSummons(law.current(), clock.instant()).forEach(events::fire);
    workflow.replan(OpenCase.PICTURE, number.value());
  }
}
