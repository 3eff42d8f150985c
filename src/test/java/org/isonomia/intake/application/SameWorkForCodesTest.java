package org.isonomia.intake.application;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isonomia.intake.domain.Draft;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.persistence.Drafts;
import org.isonomia.privacy.HouseSecret;
import org.isonomia.privacy.UnderKey;
import org.isonomia.privacy.Unsealed;
import org.junit.jupiter.api.Test;

/**
 * Whoever types the code of a draft cannot tell from the work whether there is one, until there is
 * something to show: one derivation and as many looks for a hit as for a miss.
 */
class SameWorkForCodesTest {
  private static final Receipt KNOWN = new Receipt("11112222333344445555");
  private static final Receipt UNKNOWN = new Receipt("99998888777766665555");

  private final List<String> work = new ArrayList<>();
  private final ReceiptKeys keys = counted();
  private final DraftByCode codes = new DraftByCode();

  @Test
  void hit_and_miss_do_the_same_work_until_there_is_something_to_show() {
    leave();
    assertThat(codes.find(UNKNOWN)).isEmpty();
    assertThat(work).containsExactly("derivation", "look", "look");
    work.clear();
    assertThat(codes.find(KNOWN)).contains("new");
    assertThat(work.subList(0, work.indexOf("shown")))
        .containsExactly("derivation", "look", "look");
  }

  private void leave() {
    var known = keys.ofNew(KNOWN);
    var now = Instant.parse("2027-03-01T10:00:00Z");
    var draft = new Draft("hash", null, null, "2027-02", now, now, null);
    draft.leadHere(
        known.index(), UnderKey.seal(known.key(), "draft token", "old".getBytes(US_ASCII)), null);
    codes.keys = keys;
    codes.vault = new TokenVault();
    codes.drafts =
        new Drafts() {
          @Override
          public Optional<Draft> lockByCode(String index, Instant at) {
            work.add("look");
            return Optional.of(draft).filter(d -> index.equals(known.index()));
          }
        };
    codes.keepDraft =
        new KeepDraft() {
          @Override
          String renew(Draft found, String old) {
            work.add("shown");
            assertThat(old).isEqualTo("old");
            return "new";
          }
        };
    work.clear();
  }

  private ReceiptKeys counted() {
    var counted =
        new ReceiptKeys() {
          @Override
          Derived ofTyped(Receipt receipt) {
            work.add("derivation");
            return super.ofTyped(receipt);
          }
        };
    counted.house = new HouseSecret("a secret of at least thirty-two characters");
    counted.unsealed = new Unsealed(false, false);
    return counted;
  }
}
