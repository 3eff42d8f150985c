package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.workflow.Workflow;

/** The operator of the cameras has been asked to keep the recording before it is overwritten. */
@ApplicationScoped
@Transactional
public class MarkCctvRequested {
  /** Kind of the note that says who was asked where no clock shows it. */
  static final String NOTE = "CCTV";

  /**
   * @param asked who was asked for which recording; needed where no clock keeps that it was done
   */
  public record Command(CaseNumber number, String asked) {
    @Override
    public String toString() {
      return "MarkCctvRequested";
    }
  }

  @Inject Register register;
  @Inject Vault vault;
  @Inject Workflow workflow;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.QUALIFY_MATTER)
  public void handle(Command command) {
    var number = command.number();
    var file = register.take(number);
    var now = clock.instant();
    if (file.running("CCTV_PRESERVE").isEmpty()) {
      var asked = Words.required("asked", command.asked(), "casework.error.text");
      var text = vault.seal(number.value(), "note", asked);
      events.fire(file.note(NOTE, text, Actor.current().accountId(), now));
    }
    events.fire(file.requestCctv(now));
    workflow.replan(OpenCase.PICTURE, number.value());
  }
}
