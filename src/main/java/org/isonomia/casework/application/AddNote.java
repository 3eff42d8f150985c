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

/** A note for the file, which only those who handle the case read. */
@ApplicationScoped
@Transactional
public class AddNote {
  public record Command(CaseNumber number, String text) {}

  @Inject Register register;
  @Inject Vault vault;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.READ_CASE)
  public void handle(Command command) {
    var text = Words.required("text", command.text(), "casework.error.text");
    var file = register.take(command.number());
    var sealed = vault.seal(file.number().value(), "note", text);
    events.fire(file.note("NOTE", sealed, Actor.current().accountId(), clock.instant()));
  }
}
