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
  private final List<String> rode = new CopyOnWriteArrayList<>();
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
    return begin(login, known, true, work);
  }

  private CompletableFuture<Void> begin(
      String login, boolean known, boolean exists, java.util.function.Supplier<String> work) {
    var begun = new CompletableFuture<Void>();
    var result =
        CompletableFuture.runAsync(
            () -> turns.turn(login, known, exists, () -> running(begun, work), () -> ride(login)),
            task -> new Thread(task).start());
    if (login.equals("first")) {
      begun.join();
    }
    return result;
  }

  /** Noted while it has its turn, or the threads would race to the list afterwards. */
  private String running(CompletableFuture<Void> begun, java.util.function.Supplier<String> work) {
    begun.complete(null);
    var word = work.get();
    done.add(word);
    return word;
  }

  private String ride(String login) {
    rode.add(login);
    return login;
  }

  /** Begins to wait, and is waiting when this returns. */
  private CompletableFuture<Void> waits(String login, boolean known, String word) {
    return waits(login, known, true, word);
  }

  private CompletableFuture<Void> waits(String login, boolean known, boolean exists, String word) {
    var before = turns.waiting();
    var one = begin(login, known, exists, () -> word);
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
  void a_flood_of_invented_logins_costs_a_right_password_no_place_and_no_turn() {
    var flood = new java.util.ArrayList<CompletableFuture<Void>>();
    for (int i = 0; i < 40; i++) {
      flood.add(waits("invented-" + i, false, false, "derived for nobody"));
    }
    var anna = waits("anna", false, "anna");
    flood.add(waits("invented-after", false, false, "derived for nobody"));
    first.countDown();
    anna.join();
    flood.forEach(CompletableFuture::join);
    assertThat(done).startsWith("first", "anna");
    assertThat(done).as("those after her share one").hasSize(3);
    assertThat(rode).hasSize(40);
  }

  @Test
  void eight_other_logins_that_people_have_do_not_send_a_ninth_away() {
    for (int i = 0; i < PasswordTurns.MAY_WAIT; i++) {
      waits("colleague-" + i, false, "colleague");
    }
    var anna = waits("anna", false, "anna");
    first.countDown();
    assertThat(sentAway(anna)).isFalse();
    assertThat(done).contains("anna");
  }

  /** Or waiting told who has an account here. */
  @Test
  void an_invented_login_waits_as_many_turns_and_is_sent_away_as_one_that_somebody_has() {
    for (var exists : List.of(true, false)) {
      var room = new PasswordTurnsTest();
      for (int i = 0; i < PasswordTurns.MAY_WAIT - 1; i++) {
        room.waits("colleague-" + i, false, "colleague");
      }
      var asked = room.waits("asked", false, exists, "asked");
      var second = room.waits("asked", false, exists, "asked again");
      assertThat(sentAway(second)).as("exists: " + exists).isTrue();
      room.first.countDown();
      asked.join();
      assertThat(room.done).contains("colleague");
      assertThat(room.done.stream().filter("colleague"::equals).count())
          .as("exists: " + exists)
          .isEqualTo(PasswordTurns.MAY_WAIT - 1L);
    }
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
