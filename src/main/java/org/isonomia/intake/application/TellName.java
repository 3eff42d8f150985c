package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.ConsentDesk;
import org.isonomia.intake.domain.PlainText;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/**
 * The reporter tells one partner their name, beside a consent that they gave, or takes it back. An
 * anonymous reporter stays anonymous to the office.
 */
@ApplicationScoped
@Transactional
public class TellName {
  /** In UTF-16 units, as in the report. */
  public static final int NAME_LENGTH = 200;

  /** In UTF-16 units. */
  public static final int CONTACT_LENGTH = 500;

  /**
   * @param contact how to be reached; blank or {@code null} when it is not said
   */
  public record Command(CaseNumber number, String consentId, String name, String contact) {
    /** It stays out of logs. */
    @Override
    public String toString() {
      return "Command";
    }
  }

  @Inject Instance<ConsentDesk> desk;

  /**
   * @throws Problem notFound "no-such-consent"; invalid "identity-incomplete" with the fields
   *     {@code name} and {@code contact}; conflict "referral-closed" when there is no partner to
   *     tell
   */
  @Allowed(Permission.ANYONE)
  public void handle(Command command) {
    var name = PlainText.tidy(command.name());
    var contact = PlainText.tidy(command.contact());
    var errors = new ArrayList<FieldError>();
    if (name == null) {
      errors.add(new FieldError("name", "required"));
    }
    PlainText.fault(name, NAME_LENGTH).ifPresent(c -> errors.add(new FieldError("name", c)));
    PlainText.fault(contact, CONTACT_LENGTH)
        .ifPresent(c -> errors.add(new FieldError("contact", c)));
    if (!errors.isEmpty()) {
      throw Problem.invalid("identity-incomplete", errors);
    }
    requireConsent(command.number(), command.consentId());
    desk.get().tellName(command.number(), command.consentId(), name, contact);
  }

  /**
   * @throws Problem notFound "no-such-consent"
   */
  @Allowed(Permission.ANYONE)
  public void takeBack(CaseNumber number, String consentId) {
    requireConsent(number, consentId);
    desk.get().takeNameBack(number, consentId);
  }

  private void requireConsent(CaseNumber number, String consentId) {
    if (!desk.isResolvable()
        || desk.get().of(number).stream().noneMatch(c -> c.id().equals(consentId))) {
      throw Problem.notFound("no-such-consent");
    }
  }
}
