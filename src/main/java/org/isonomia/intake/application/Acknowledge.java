package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.domain.AcknowledgementCode;
import org.isonomia.intake.persistence.Acknowledgements;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/**
 * What a person can show to prove that they wrote to us. The register keeps a keyed hash of its
 * number and the day, and not whose it is; it says of a number that it was issued on a day, or that
 * it was not.
 */
@ApplicationScoped
@Transactional
public class Acknowledge {
  private static final String PURPOSE = "acknowledgement";

  @Inject Acknowledgements issued;
  @Inject ReceiptKeys receiptKeys;
  @Inject KeepDraft drafts;
  @Inject HouseKey key;
  @Inject AppClock clock;

  /** What is on the paper, beside the dates of the case. */
  public record Acknowledgement(CaseNumber number, AcknowledgementCode code, LocalDate issuedOn) {}

  /** With the report, in its transaction. */
  void issue(AcknowledgementCode code) {
    issued.add(hash(code), clock.today());
  }

  /**
   * Of the report that was just filed from this browser, while its receipt is shown. The number is
   * worked out anew from the receipt and lies nowhere.
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<Acknowledgement> of(String token) {
    return drafts
        .receipt(token)
        .flatMap(
            filed -> {
              var code = receiptKeys.ofNew(filed.receipt()).acknowledgement();
              return issued
                  .issuedOn(hash(code))
                  .map(day -> new Acknowledgement(filed.number(), code, day));
            });
  }

  /** The day on which this number was issued; a hit and a miss do the same work. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<LocalDate> issuedOn(AcknowledgementCode code) {
    return issued.issuedOn(hash(code));
  }

  private String hash(AcknowledgementCode code) {
    return key.hash(PURPOSE, code.characters());
  }
}
