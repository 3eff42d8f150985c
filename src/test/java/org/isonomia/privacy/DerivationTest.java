package org.isonomia.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.isonomia.privacy.Derivation.Cost;
import org.isonomia.privacy.Derivation.Queue;
import org.isonomia.shared.Turns;
import org.junit.jupiter.api.Test;

class DerivationTest {
  private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

  @Test
  void the_same_gives_the_same_and_every_part_is_another_key() {
    var one = Derivation.of("12345678901234567890", SALT, Cost.RECEIPT, Queue.RECEIPT);
    var again = Derivation.of("12345678901234567890", SALT, Cost.RECEIPT, Queue.RECEIPT);
    assertThat(one.part("index")).isEqualTo(again.part("index")).isNotEqualTo(one.part("key"));
    assertThat(one.part("index"))
        .isNotEqualTo(
            Derivation.of("12345678901234567891", SALT, Cost.RECEIPT, Queue.RECEIPT).part("index"))
        .isNotEqualTo(
            Derivation.of("12345678901234567890", new byte[16], Cost.RECEIPT, Queue.RECEIPT)
                .part("index"))
        .isNotEqualTo(
            Derivation.of("12345678901234567890", SALT, Cost.PASSWORD, Queue.PASSWORD)
                .part("index"));
    assertThat(one).hasToString("Derivation");
  }

  @Test
  void what_is_sealed_under_a_token_opens_with_the_token_and_the_purpose_only() {
    var locked = UnderKey.seal("token", "draft answers", new byte[] {1, 2, 3});
    assertThat(UnderKey.open("token", "draft answers", locked)).isPresent();
    assertThat(UnderKey.open("nekot", "draft answers", locked)).isEmpty();
    assertThat(UnderKey.open("token", "draft receipt", locked)).isEmpty();
  }

  @Test
  void memory_that_is_used_again_changes_no_key() {
    var salted = new Derivation.Salted(SALT, Cost.RECEIPT);
    var fresh = Derivation.of("12345678901234567890", SALT, Cost.RECEIPT, Queue.RECEIPT);
    for (var i = 0; i < 3; i++) {
      assertThat(salted.derive("12345678901234567890", Queue.RECEIPT).part("key"))
          .isEqualTo(fresh.part("key"));
      assertThat(salted.derive("0000000000000000000" + i, Queue.RECEIPT).part("key"))
          .isNotEqualTo(fresh.part("key"));
    }
  }

  /** Of the first kind each keeps its place while it waits, of the second none. */
  @Test
  void reports_that_are_filed_and_receipts_never_wait_for_each_other() throws Exception {
    var people = Executors.newCachedThreadPool();
    try {
      var all = new ArrayList<Future<Derivation>>();
      for (var i = 0; i < 3 * Turns.PLACES; i++) {
        var queue = i % 3 == 0 ? Queue.RECEIPT : Queue.HOLDING;
        all.add(
            people.submit(
                () -> {
                  try (var turn = Turns.take()) {
                    return Derivation.of("12345678901234567890", SALT, Cost.RECEIPT, queue);
                  }
                }));
      }
      for (var one : all) {
        assertThat(one.get(60, TimeUnit.SECONDS)).isNotNull();
      }
    } finally {
      people.shutdownNow();
    }
  }
}
