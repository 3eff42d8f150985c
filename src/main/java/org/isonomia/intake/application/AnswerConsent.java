package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.ConsentDesk;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** The reporter says yes or no to sharing with one recipient, or takes a yes back (GDPR art. 7). */
@ApplicationScoped
@Transactional
public class AnswerConsent {
  @Inject Instance<ConsentDesk> desk;

  public enum Answer {
    YES,
    NO,
    WITHDRAW
  }

  public record Command(CaseNumber number, String consentId, Answer answer) {}

  /**
   * @throws Problem notFound "no-such-consent" for a question that is not this case's; conflict
   *     when it is no longer open; conflict "consent-ordered-by-law" where the law orders the
   *     disclosure and nobody was asked
   */
  @Allowed(Permission.ANYONE)
  public void handle(Command command) {
    if (!desk.isResolvable()) {
      throw Problem.notFound("no-such-consent");
    }
    var asked =
        desk.get().of(command.number()).stream()
            .filter(c -> c.id().equals(command.consentId()))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("no-such-consent"));
    if ("NOT_REQUIRED_LAW".equals(asked.status())) {
      throw Problem.conflict("consent-ordered-by-law");
    }
    switch (command.answer()) {
      case YES -> desk.get().answer(command.number(), command.consentId(), true);
      case NO -> desk.get().answer(command.number(), command.consentId(), false);
      case WITHDRAW -> desk.get().withdraw(command.number(), command.consentId());
    }
  }
}
