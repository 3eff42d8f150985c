package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.casework.domain.Cases;
import org.isonomia.intake.Mailbox;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.DomainEvent;
import org.isonomia.shared.Problem;

/**
 * The house puts the confirmed letter into the reporter's mailbox: a copy in their language first,
 * then what binds. No person sends it: whoever confirmed need not be one who writes to reporters.
 */
@ApplicationScoped
@Transactional
public class TellReporter {
  @Inject Cases cases;
  @Inject Mailbox mailbox;
  @Inject Vault vault;
  @Inject AppClock clock;
  @Inject Event<DomainEvent> events;

  @Allowed(Permission.TELL_OUTCOME)
  public void handle(CaseNumber number) {
    var file = cases.get(number);
    var proposal = file.lastProposal().orElseThrow(() -> Problem.conflict("outcome-not-confirmed"));
    // asks first: nobody reads a letter that was not confirmed
    var told = file.tell(clock.instant());
    var copy = vault.open(number.value(), "copy", proposal.copy());
    var letter = vault.open(number.value(), "letter", proposal.letter());
    if (copy != null) {
      mailbox.write(number, Role.CASE_HANDLER.name(), file.language(), copy);
    }
    if (letter != null) {
      mailbox.write(number, Role.CASE_HANDLER.name(), "pl", letter);
    }
    events.fire(told);
  }
}
