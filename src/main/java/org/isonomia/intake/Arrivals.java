package org.isonomia.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.shared.CaseNumber;

/** How reports came that nobody filed on the web. The caller's act has checked who may ask. */
public interface Arrivals {
  /** Empty for what a resident filed on the web. */
  Optional<Told> of(CaseNumber number);

  /**
   * @param channel code of the vocabulary
   * @param receivedOn the day that drives the clocks
   * @param postedOn postmark of a letter, or {@code null}
   * @param enteredBy account of whoever typed it in, or {@code null}
   * @param institutionId the institution that sent it, or {@code null}
   * @param personConsents whether the person agrees to what an institution sent, or {@code null}
   * @param signed whether it was read back and signed by both
   * @param receiptGiven whether the person has a receipt
   * @param identifier of a delivery, or {@code null}
   * @param source where the office knew it from, or {@code null}
   * @param reason why it was typed in on a later day, or {@code null}
   */
  record Told(
      String channel,
      LocalDate receivedOn,
      LocalDate postedOn,
      Instant enteredAt,
      Long enteredBy,
      Long institutionId,
      Boolean personConsents,
      boolean signed,
      boolean receiptGiven,
      String identifier,
      String source,
      String reason) {
    /** Its words stay out of logs. */
    @Override
    public String toString() {
      return "Told[" + channel + "]";
    }
  }
}
