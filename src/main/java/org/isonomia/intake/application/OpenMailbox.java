package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.CaseStanding;
import org.isonomia.intake.CaseStanding.Matter;
import org.isonomia.intake.CaseStanding.Standing;
import org.isonomia.intake.ConsentDesk;
import org.isonomia.intake.ConsentDesk.Consent;
import org.isonomia.intake.Mailbox;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.persistence.FiledReports;
import org.isonomia.privacy.Safes;
import org.isonomia.shared.CaseNumber;

/**
 * What lies behind a receipt, for the reporter: where the case stands, messages, dates, consents.
 */
@ApplicationScoped
@Transactional
public class OpenMailbox {
  @Inject FiledReports reports;
  @Inject ReceiptKeys receiptKeys;
  @Inject Safes safes;
  @Inject Mailbox mailbox;
  @Inject Instance<CaseStanding> standing;
  @Inject Instance<ConsentDesk> consentDesk;

  /**
   * @param language tag of the language the reporter reads
   * @param standing matters, the most active one first, never empty; dates, soonest first
   */
  public record Contents(
      CaseNumber number,
      String language,
      Standing standing,
      List<Mailbox.Message> messages,
      List<Consent> consents) {
    /** The matter the reporter sees first. */
    public Matter first() {
      return standing.matters().get(0);
    }
  }

  /**
   * The number behind a receipt, whose keys are open for the rest of the request; one derivation
   * and two looks into an index, whether there is one or not.
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<CaseNumber> number(Receipt receipt) {
    var derived = receiptKeys.ofTyped(receipt);
    var number = reports.numberByReceipt(derived.index());
    var opened =
        safes.openWith(
            number.map(CaseNumber::value).orElse("nothing"), Safes.RECEIPT, derived.key());
    return number.filter(n -> opened);
  }

  /** Tag of the language the reporter reads. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public String language(CaseNumber number) {
    return reports.language(number);
  }

  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public Contents read(CaseNumber number) {
    return new Contents(
        number,
        reports.language(number),
        standing(number),
        mailbox.thread(number),
        consentDesk.isResolvable() ? consentDesk.get().of(number) : List.of());
  }

  /** Where the case stands; before anybody handles cases, it is received. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Standing standing(CaseNumber number) {
    var found = standing.isResolvable() ? standing.get().of(number) : null;
    if (found != null && !found.matters().isEmpty()) {
      return found;
    }
    var facts = reports.get(number).facts();
    return new Standing(
        List.of(new Matter(1, facts.requested(), "NEW", 1, null, null, facts.filedAt())),
        List.of(),
        List.of());
  }
}
