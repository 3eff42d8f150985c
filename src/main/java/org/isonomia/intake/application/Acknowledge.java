package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.domain.AcknowledgementCode;
import org.isonomia.intake.domain.Codes;
import org.isonomia.intake.domain.FormalAcknowledgement;
import org.isonomia.intake.persistence.Acknowledgements;
import org.isonomia.privacy.Vault;
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
  private static final int RANDOM_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject Acknowledgements issued;
  @Inject ReceiptKeys receiptKeys;
  @Inject KeepDraft drafts;
  @Inject HouseKey key;
  @Inject Vault vault;
  @Inject AppClock clock;

  /** What is on the paper, beside the dates of the case. */
  public record Acknowledgement(CaseNumber number, AcknowledgementCode code, LocalDate issuedOn) {}

  /**
   * @param requested what was filed, or what the signal became: COMPLAINT_KPA, REQUEST_KPA or
   *     PETITION
   * @param cameOn the day from which the clocks of the law run; a letter on paper is typed later
   */
  public record Formal(Acknowledgement paper, String requested, LocalDate cameOn) {}

  /**
   * With the report, in its transaction. A formal letter can be shown to have come also when the
   * half hour of the receipt is over: its number lies sealed with the report.
   *
   * @param cameOn the day from which the clocks of the law run
   */
  void issue(CaseNumber number, String requested, LocalDate cameOn, AcknowledgementCode code) {
    issue(code);
    if (Codes.REQUESTED.contains(requested) && Codes.isFormal(requested)) {
      keep(number, requested, cameOn, code);
    }
  }

  private void issue(AcknowledgementCode code) {
    issued.add(hash(code), clock.today());
  }

  private void keep(
      CaseNumber number, String requested, LocalDate cameOn, AcknowledgementCode code) {
    issued.add(
        new FormalAcknowledgement(
            number,
            requested,
            cameOn,
            vault.seal(number.value(), "acknowledgement", code.characters())));
  }

  /**
   * Of the report that was just filed from this browser, while its receipt is shown. The number is
   * worked out anew from the receipt; only that of a formal letter also lies sealed with the case.
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

  /**
   * With a signal that becomes a formal letter, in its transaction. The number is made at random:
   * nobody has the receipt at hand, and the old number stays what it was.
   */
  void issueFormal(CaseNumber number, String requested) {
    var random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    var code = AcknowledgementCode.of(random);
    issue(code);
    keep(number, requested, clock.today(), code);
  }

  /** Whether a formal letter was acknowledged behind the receipt. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public boolean isFormal(CaseNumber number) {
    return issued.formal(number).isPresent();
  }

  /** The acknowledgement of the formal letter, for the reporter behind the receipt. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.READ)
  public Optional<Formal> formal(CaseNumber number) {
    return issued.formal(number).map(f -> formal(number, f));
  }

  /** The day of the paper is that of the register, so that it cannot differ from what it says. */
  private Formal formal(CaseNumber number, FormalAcknowledgement letter) {
    var code =
        new AcknowledgementCode(vault.open(number.value(), "acknowledgement", letter.code()));
    var issuedOn = issued.issuedOn(hash(code)).orElse(letter.cameOn());
    return new Formal(
        new Acknowledgement(number, code, issuedOn), letter.requested(), letter.cameOn());
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
