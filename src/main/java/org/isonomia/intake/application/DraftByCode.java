package org.isonomia.intake.application;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.domain.BearerToken;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.persistence.Drafts;
import org.isonomia.privacy.UnderKey;
import org.isonomia.shared.Problem;

/**
 * A person leaves an unfinished report and finds it again, also on another device, with a code as
 * strong as the receipt: the same digits, the same derivation, the same fair queue. The draft's
 * token is sealed under the code; the house keeps neither. Real time.
 */
@ApplicationScoped
@Transactional
public class DraftByCode {
  private static final String PURPOSE = "draft token";

  /** Wrong codes a minute, from everybody together; a right one is never refused. */
  private static final int WRONG_PER_MINUTE = 300;

  @Inject Drafts drafts;
  @Inject ReceiptKeys keys;

  private final Bucket wrong =
      Bucket.builder()
          .addLimit(
              Bandwidth.builder()
                  .capacity(WRONG_PER_MINUTE)
                  .refillGreedy(WRONG_PER_MINUTE, Duration.ofMinutes(1))
                  .build())
          .build();

  /**
   * Makes the code of a draft; one made before ends.
   *
   * @return its digits in groups of four; shown once and kept nowhere
   * @throws Problem conflict "draft-gone"
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public String make(String token) {
    var code = Receipt.make();
    var derived = keys.ofNew(code); // before the row is locked
    drafts
        .lock(BearerToken.hash(token), Instant.now())
        .filter(draft -> !draft.isFiled())
        .orElseThrow(() -> Problem.conflict("draft-gone"))
        .leadHere(derived.index(), UnderKey.seal(derived.key(), PURPOSE, token.getBytes(US_ASCII)));
    return code.grouped();
  }

  /**
   * The token of the draft that a code leads to; the same work for a hit and for a miss.
   *
   * @throws Problem tooMany "too-many-at-once", or "too-many-receipts" for a wrong one
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<String> find(Receipt code) {
    var derived = keys.ofTyped(code);
    var found =
        drafts
            .findByCode(derived.index(), Instant.now())
            .flatMap(draft -> UnderKey.open(derived.key(), PURPOSE, draft.token()))
            .map(token -> new String(token, US_ASCII));
    if (found.isEmpty() && !wrong.tryConsume(1)) {
      throw Problem.tooMany("too-many-receipts");
    }
    return found;
  }
}
