package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.domain.AcknowledgementCode;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.persistence.GivenAnswers;
import org.isonomia.privacy.UnderKey;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * Files over REST so that asking again does no harm: the same key with the same body gives the same
 * answer for half an hour of real time, also while the first is still under way, and also if its
 * answer was lost. The table keeps the receipt locked under the key's value, the body and the
 * installation's secret.
 */
@ApplicationScoped
@Transactional
public class FileReportOnce {
  public static final Duration REMEMBERED = Duration.ofMinutes(30);

  private static final String PURPOSE = "answer";

  @Inject FileReport fileReport;
  @Inject GivenAnswers answers;
  @Inject HouseKey key;
  @Inject ReceiptKeys receiptKeys;

  /**
   * @param idempotencyKey value of the header
   * @param bodyHash hash of the request's body, which is stored
   * @param bodySecret another hash of it, which is not: with the header's value it is the key of
   *     the stored answer
   */
  public record Command(
      FileReport.Command report, String idempotencyKey, String bodyHash, String bodySecret) {
    @Override
    public String toString() {
      return "FileReportOnce";
    }
  }

  /**
   * What the person needs to come back, and the number of what they can show.
   *
   * @param acknowledgement {@code null} where it was not worked out, which costs a derivation
   */
  public record Filed(CaseNumber number, Receipt receipt, AcknowledgementCode acknowledgement) {
    @Override
    public String toString() {
      return "Filed";
    }
  }

  /**
   * @throws Problem invalid "idempotency-key-reused" when the key came with another body before
   */
  @Allowed(Permission.ANYONE)
  public Filed handle(Command command) {
    fileReport.requireGood(command.report().said());
    var bodyHash = key.hash("body", command.bodyHash());
    var keyHash = key.hash("idempotency", command.idempotencyKey());
    var now = Instant.now();
    // whoever asks again for an answer that was given files nothing
    if (!answers.isThere(keyHash, now.minus(REMEMBERED))) {
      fileReport.requireNoFlood();
    }
    var token = key.hash("answer", command.idempotencyKey() + "\n" + command.bodySecret());
    var derived = receiptKeys.ofNew(command.report().receipt());
    var filed =
        new Filed(fileReport.nextNumber(), command.report().receipt(), derived.acknowledgement());
    if (!answers.claim(
        keyHash,
        bodyHash,
        UnderKey.seal(token, PURPOSE, write(filed)),
        now,
        now.minus(REMEMBERED))) {
      var answer = answers.get(keyHash);
      if (!answer.bodyHash().equals(bodyHash)) {
        throw Problem.invalid("idempotency-key-reused");
      }
      return read(
          UnderKey.open(token, PURPOSE, answer.sealed())
              .orElseThrow(() -> new IllegalStateException("an answer does not open")));
    }
    fileReport.file(filed.number(), command.report(), derived);
    return filed;
  }

  private static byte[] write(Filed filed) {
    return String.join(
            " ",
            filed.number().value(),
            filed.receipt().digits(),
            filed.acknowledgement().characters())
        .getBytes(StandardCharsets.US_ASCII);
  }

  private Filed read(byte[] answer) {
    var parts = new String(answer, StandardCharsets.US_ASCII).split(" ");
    var receipt = new Receipt(parts[1]);
    return new Filed(
        new CaseNumber(parts[0]),
        receipt,
        // one given before an update, of half an hour at the most, does not hold it
        parts.length > 2
            ? new AcknowledgementCode(parts[2])
            : receiptKeys.ofNew(receipt).acknowledgement());
  }
}
