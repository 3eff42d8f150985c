package org.isonomia.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PasswordTurnsTest {
  private final PasswordTurns turns = new PasswordTurns();
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final CountDownLatch first = new CountDownLatch(1);
  private final CompletableFuture<Void> holder = begin("first", false, this::hold);

  private String hold() {
    try {
      first.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "first";
  }

  private CompletableFuture<Void> begin(
      String login, boolean known, java.util.function.Supplier<String> work) {
    var begun = new CompletableFuture<Void>();
    var result =
        CompletableFuture.runAsync(
            () -> done.add(turns.turn(login, known, () -> running(begun, work))),
            task -> new Thread(task).start());
    if (login.equals("first")) {
      begun.join();
    }
    return result;
  }

  private static String running(
      CompletableFuture<Void> begun, java.util.function.Supplier<String> work) {
    begun.complete(null);
    return work.get();
  }

  /** Begins to wait, and is waiting when this returns. */
  private CompletableFuture<Void> waits(String login, boolean known, String word) {
    var before = turns.waiting();
    var one = begin(login, known, () -> word);
    while (turns.waiting() == before && !one.isDone()) {
      Thread.onSpinWait();
    }
    return one;
  }

  private static boolean sentAway(CompletableFuture<Void> one) {
    try {
      one.join();
      return false;
    } catch (CompletionException e) {
      assertThat(e.getCause()).isInstanceOf(Problem.class);
      return true;
    }
  }

  @Test
  void a_known_browser_goes_before_strangers_and_never_finds_their_places_taken() {
    for (int i = 0; i < PasswordTurns.MAY_WAIT; i++) {
      waits("anna", false, "stranger");
    }
    assertThat(sentAway(waits("anna", false, "one too many"))).isTrue();
    var anna = waits("anna", true, "anna herself");
    first.countDown();
    anna.join();
    assertThat(done.indexOf("anna herself")).isEqualTo(1);
  }

  @Test
  void wrong_tries_for_one_login_stand_behind_each_other_and_not_before_another_login() {
    for (int i = 0; i < 5; i++) {
      waits("anna", false, "anna " + i);
    }
    var piotr = waits("piotr", false, "piotr");
    first.countDown();
    piotr.join();
    assertThat(done.indexOf("piotr")).isLessThanOrEqualTo(2);
  }

  @Test
  void a_login_that_does_not_wait_yet_gets_the_last_place_of_the_one_that_waits_most() {
    CompletableFuture<Void> last = null;
    for (int i = 0; i < PasswordTurns.MAY_WAIT; i++) {
      last = waits("anna", false, "anna " + i);
    }
    var before = last;
    var piotr = begin("piotr", false, () -> "piotr");
    assertThat(sentAway(before)).isTrue();
    first.countDown();
    piotr.join();
    assertThat(done).contains("piotr");
  }

  @Test
  void one_derives_at_a_time_and_a_failure_gives_the_place_on() {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    first.countDown();
    holder.join();
    var all =
        java.util.stream.IntStream.range(0, 6)
            .mapToObj(
                i ->
                    begin(
                        "login " + i,
                        false,
                        () -> {
                          most.accumulateAndGet(running.incrementAndGet(), Math::max);
                          running.decrementAndGet();
                          if (i == 2) {
                            throw new IllegalStateException("broken");
                          }
                          return "done";
                        }))
            .toList();
    all.forEach(one -> one.handle((ok, failed) -> null).join());
    assertThat(most).hasValue(1);
    assertThat(done).hasSize(6);
  }
}
