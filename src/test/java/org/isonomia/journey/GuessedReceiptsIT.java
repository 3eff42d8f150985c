package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand guesses, sent as a guesser sends them, find nothing and lock nobody out. Each costs
 * 17 ms of a processor by design, so this takes minutes; {@code -Dguesses=} sends fewer for a quick
 * look. How wrong ones are slowed down is {@code GuessesTest}'s, because it depends on how fast a
 * machine can guess.
 */
class GuessedReceiptsIT {
  private static final int IN_ALL = Integer.getInteger("guesses", 10_000);
  private static final int AT_ONCE = 6;
  private static final SecureRandom RANDOM = new SecureRandom();

  private static Program program;

  @BeforeAll
  static void start() {
    program = Program.shared();
  }

  @Test
  void they_find_nothing_while_a_right_receipt_goes_in() throws Exception {
    var filing = new Filing(program.baseUrl());
    var filed = Filing.json(filing.file(Filing.report("pl", "Kto zgaduje, nie znajduje")));
    var right = filed.getString("receipt");
    var sent = new AtomicInteger();
    var over = new AtomicBoolean();
    var guesser = Executors.newFixedThreadPool(AT_ONCE);
    try {
      var guessing = new ArrayList<Callable<Void>>();
      for (var i = 0; i < AT_ONCE; i++) {
        guessing.add(
            () -> {
              while (sent.incrementAndGet() <= IN_ALL) {
                var answer = filing.get("/api/mailbox", Map.of("X-Receipt", guess()));
                assertThat(answer.statusCode()).isIn(401, 429);
                assertThat(answer.body()).doesNotContain("ET-20");
              }
              return null;
            });
      }
      var running = guessing.stream().map(guesser::submit).toList();
      var visits = 0;
      while (!over.get()) {
        var mine = filing.get("/api/mailbox", Map.of("X-Receipt", right));
        assertThat(mine.statusCode()).as("the right receipt: " + mine.body()).isEqualTo(200);
        visits++;
        over.set(running.stream().allMatch(java.util.concurrent.Future::isDone));
      }
      for (var done : running) {
        done.get();
      }
      assertThat(visits).as("visits meanwhile").isGreaterThan(3);
    } finally {
      guesser.shutdownNow();
    }
    assertThat(filing.mailbox(right).getString("caseNumber"))
        .isEqualTo(filed.getString("caseNumber"));
  }

  private static String guess() {
    var digits = new StringBuilder(20);
    for (var i = 0; i < 20; i++) {
      digits.append((char) ('0' + RANDOM.nextInt(10)));
    }
    return digits.toString();
  }
}
