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
import org.isonomia.intake.domain.Draft;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.persistence.Drafts;
import org.isonomia.privacy.UnderKey;
import org.isonomia.shared.Problem;

/**
 * A person leaves an unfinished report and finds it again, also on another device, with a code as
 * strong as the receipt: the same digits, the same derivation, the same fair queue. The draft's
 * token is sealed under the code and the code under the token; the house keeps neither. What a code
 * opens gets a new token. Real time.
 */
@ApplicationScoped
@Transactional
public class DraftByCode {
  private static final String PURPOSE = "draft token";

  private static final String CODE = "code";

  /** Wrong codes a minute, from everybody together; a right one is never refused. */
  private static final int WRONG_PER_MINUTE = 300;

  @Inject Drafts drafts;
  @Inject KeepDraft keepDraft;
  @Inject ReceiptKeys keys;
  @Inject TokenVault vault;

  private final Bucket wrong =
      Bucket.builder()
          .addLimit(
              Bandwidth.builder()
                  .capacity(WRONG_PER_MINUTE)
                  .refillGreedy(WRONG_PER_MINUTE, Duration.ofMinutes(1))
                  .build())
          .build();

  /**
   * Makes the code of a draft, once: who asks again, or presses twice, has the same one.
   *
   * @throws Problem conflict "draft-gone"
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void make(String token) {
    if (of(token).isPresent()) {
      return;
    }
    var code = Receipt.make();
    var derived = keys.ofNew(code); // before the row is locked
    var draft =
        drafts
            .lock(BearerToken.hash(token), Instant.now())
            .filter(d -> !d.isFiled())
            .orElseThrow(() -> Problem.conflict("draft-gone"));
    if (draft.code() == null) {
      draft.leadHere(
          derived.index(),
          UnderKey.seal(derived.key(), PURPOSE, token.getBytes(US_ASCII)),
          vault.seal(token, CODE, code.digits().getBytes(US_ASCII)));
    }
  }

  /**
   * The code of an unfinished draft, as its bearer sees it again: after a reload, a lost
   * connection.
   *
   * @return its digits in groups of four
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<String> of(String token) {
    return drafts
        .find(BearerToken.hash(token), Instant.now())
        .filter(draft -> !draft.isFiled() && draft.code() != null)
        .map(draft -> new String(vault.open(token, CODE, draft.code()), US_ASCII))
        .map(digits -> new Receipt(digits).grouped());
  }

  /**
   * A new token for the draft that a code leads to: the one it was left with, on whatever device,
   * opens nothing any more. The same work for a hit and for a miss, until there is something to
   * show.
   *
   * @throws Problem tooMany "too-many-receipts" for a wrong one, when wrong ones come too fast
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Optional<String> find(Receipt code) {
    var derived = keys.ofTyped(code);
    // who presses twice waits for the first and then looks for what it left; a hit looks as often
    var before = look(derived);
    var after = look(derived);
    var found =
        before
            .or(() -> after)
            .flatMap(
                draft ->
                    UnderKey.open(derived.key(), PURPOSE, draft.token())
                        .map(token -> open(draft, new String(token, US_ASCII), code, derived)));
    if (found.isEmpty() && !wrong.tryConsume(1)) {
      throw Problem.tooMany("too-many-receipts");
    }
    return found;
  }

  private Optional<Draft> look(ReceiptKeys.Derived derived) {
    return drafts.lockByCode(derived.index(), Instant.now());
  }

  private String open(Draft draft, String old, Receipt code, ReceiptKeys.Derived derived) {
    var token = keepDraft.renew(draft, old);
    drafts
        .lockByCode(derived.index(), Instant.now())
        .orElseThrow()
        .leadHere(
            derived.index(),
            UnderKey.seal(derived.key(), PURPOSE, token.getBytes(US_ASCII)),
            vault.seal(token, CODE, code.digits().getBytes(US_ASCII)));
    return token;
  }
}
