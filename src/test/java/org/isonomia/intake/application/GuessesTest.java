package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

class GuessesTest {
  private static final int A_MINUTE = 5;

  private final Guesses guesses = new Guesses(1, A_MINUTE, "too-many-tries");
  private final AtomicInteger lookedUp = new AtomicInteger();

  private Optional<String> guess(boolean right) {
    return guesses.guard(
        () -> {
          lookedUp.incrementAndGet();
          return right ? Optional.of("found") : Optional.empty();
        });
  }

  @Test
  void wrong_ones_are_told_to_slow_down_and_a_right_one_never_is() {
    // far more than the bucket holds and what flows into it meanwhile
    var slowed = 0;
    for (var i = 0; i < 1000; i++) {
      assertThat(guess(true)).contains("found");
      try {
        assertThat(guess(false)).isEmpty();
      } catch (Problem refusal) {
        assertThat(refusal.code()).isEqualTo("too-many-tries");
        slowed++;
      }
    }
    assertThat(slowed).isGreaterThan(900);
    assertThat(lookedUp).as("each is looked up, also the refused").hasValue(2000);
  }

  @Test
  void however_many_wait_a_right_one_is_answered_in_its_turn() throws Exception {
    var inside = new CountDownLatch(1);
    var leave = new CountDownLatch(1);
    var waiting = Executors.newCachedThreadPool();
    try {
      waiting.submit(
          () ->
              guesses.guard(
                  () -> {
                    inside.countDown();
                    await(leave);
                    return Optional.of("first");
                  }));
      assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
      var right = new ArrayList<Future<Optional<String>>>();
      for (var i = 0; i < 100; i++) {
        right.add(waiting.submit(() -> guess(true)));
      }
      while (guesses.waiting() < 100) {
        Thread.onSpinWait();
      }
      leave.countDown();
      for (var answer : right) {
        assertThat(answer.get(20, TimeUnit.SECONDS)).contains("found");
      }
    } finally {
      waiting.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
