package org.isonomia.intake.application;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.Permission;
import org.isonomia.intake.domain.AcknowledgementCode;
import org.isonomia.intake.domain.Arrival;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.domain.Said;
import org.isonomia.intake.persistence.FiledArrivals;
import org.isonomia.partner.FilingKeyHolder;
import org.isonomia.partner.Institution;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/**
 * A partner institution files a report over REST with its key: for a person who agrees, or about
 * something it has seen. The key says which institution it is; nothing in the report can say
 * another. The person's receipt is in the answer, once.
 */
@ApplicationScoped
@Transactional
public class FileForPartner {
  /** Reports an hour of one institution, on each node: more is a program gone wrong. */
  private static final int PER_HOUR = 60;

  @Inject FilingKeyHolder keys;
  @Inject FileReportOnce fileOnce;
  @Inject FiledArrivals arrivals;
  @Inject AppClock clock;

  private final Map<Long, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * @param key what the institution brought
   * @param said what it says; channel PARTNER_NGO, role NGO
   * @param personConsents whether the person knows of it and agrees
   * @param idempotencyKey however often it is sent with this, there is one case
   */
  public record Command(
      String key,
      Said said,
      boolean personConsents,
      String idempotencyKey,
      String bodyHash,
      String bodySecret) {
    @Override
    public String toString() {
      return "FileForPartner";
    }
  }

  /** What the person needs to come back, and the number of what they can show. */
  public record Filed(CaseNumber number, Receipt receipt, AcknowledgementCode acknowledgement) {
    @Override
    public String toString() {
      return "Filed";
    }
  }

  /**
   * Whose key it is, before anything of the report is read.
   *
   * @throws Problem unauthenticated "wrong-key" for a key that is missing, forged, of nobody, or
   *     has ended, in the same words
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void recognise(String key) {
    holder(key);
  }

  /**
   * @throws Problem tooMany "too-many-from-institution"; invalid when the report says who a person
   *     is and the institution does not say that they agree
   */
  @Allowed(Permission.ANYONE)
  public Filed handle(Command command) {
    var institution = holder(command.key());
    Deed.byLink();
    Deed.about("institution:" + institution.id());
    if (!command.said().identity().isAnonymous() && !command.personConsents()) {
      throw Problem.invalid(
          "report-incomplete", new Problem.FieldError("/identity/mode", "person-must-consent"));
    }
    if (!buckets.computeIfAbsent(institution.id(), id -> bucket()).tryConsume(1)) {
      throw Problem.tooMany("too-many-from-institution");
    }
    var filed =
        fileOnce.handle(
            new FileReportOnce.Command(
                new FileReport.Command(
                    command.said(), Receipt.make(), Notices.NOT_GIVEN, java.util.List.of()),
                "institution " + institution.id() + " " + command.idempotencyKey(),
                command.bodyHash(),
                command.bodySecret()));
    if (arrivals.find(filed.number()).isEmpty()) {
      arrivals.add(
          new Arrival(
              filed.number(),
              institution.id(),
              command.personConsents(),
              clock.today(),
              clock.instant()));
    }
    return new Filed(filed.number(), filed.receipt(), filed.acknowledgement());
  }

  private Institution holder(String key) {
    return (key == null ? java.util.Optional.<Institution>empty() : keys.holderOf(key))
        .orElseThrow(() -> Problem.of(Problem.Kind.UNAUTHENTICATED, "wrong-key"));
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(PER_HOUR)
                .refillGreedy(PER_HOUR, Duration.ofHours(1))
                .build())
        .build();
  }
}
