package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.Team;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/** A coordinator, never the person themselves, finds that there is no conflict any more. */
@ApplicationScoped
@Transactional
public class LetBackIn {
  /**
   * @param accountId {@code null} when nobody was chosen
   */
  public record Command(CaseNumber number, Long accountId, String reason) {}

  @Inject Register register;
  @Inject Exclusion exclusion;
  @Inject Workflow workflow;
  @Inject Safes safes;
  @Inject Vault vault;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.LET_BACK_IN)
  public void handle(Command command) {
    var file = register.take(command.number());
    var number = file.number().value();
    var account = command.accountId();
    if (account == null || !file.isKeptOut(account)) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("back", "casework.error.assignee"));
    }
    var reason = Words.required("backReason", command.reason(), "casework.error.reason");
    var sealed = vault.seal(number, "conflictEnd", reason);
    events.fire(file.letBackIn(account, sealed, Actor.current().accountId(), clock.instant()));
    exclusion.businessKeys(file).forEach(key -> workflow.showAgainTo(key, account));
    // what the office reads of a case, and not what the coordinator may hold besides it
    var compartments = EnumSet.of(Compartment.CONTENT, Compartment.RESPONDENT);
    if (file.identityMode().equals("NAMED")) {
      compartments.add(Compartment.IDENTITY);
    }
    safes.letBack(number, account, Team.OFFICE, compartments);
  }
}
