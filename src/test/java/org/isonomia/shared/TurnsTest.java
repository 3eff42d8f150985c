package org.isonomia.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final ExecutorService people = Executors.newCachedThreadPool();

  @AfterEach
  void everybody_goes() {
    people.shutdownNow();
    assertThat(Turns.free()).as("no place is lost").isEqualTo(Turns.PLACES);
  }

  @Test
  void no_more_work_at_once_than_there_are_places() throws Exception {
    var leave = new CountDownLatch(1);
    var working = fill(leave);
    var oneMore = people.submit(TurnsTest::worked);
    assertThatThrownBy(() -> oneMore.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    leave.countDown();
    assertThat(oneMore.get(20, TimeUnit.SECONDS)).isTrue();
    ended(working);
  }

  @Test
  void whoever_stands_in_a_line_takes_no_place_however_many_there_are() throws Exception {
    var line = new Semaphore(0, true);
    var standing = new ArrayList<Future<Boolean>>();
    for (var i = 0; i < 3 * Turns.PLACES; i++) {
      standing.add(
          people.submit(
              () -> {
                try (var turn = Turns.take()) {
                  Turns.stand(line);
                  return true;
                }
              }));
    }
    while (line.getQueueLength() < 3 * Turns.PLACES) {
      Thread.onSpinWait();
    }
    assertThat(people.submit(TurnsTest::worked).get(20, TimeUnit.SECONDS)).isTrue();
    line.release(3 * Turns.PLACES);
    ended(standing);
  }

  @Test
  void whoever_stood_aside_waits_for_a_place_again() throws Exception {
    var arrived = new CountDownLatch(1);
    var aside = new CountDownLatch(1);
    var reader =
        people.submit(
            () -> {
              try (var turn = Turns.take()) {
                try (var waiting = Turns.aside()) {
                  aside.countDown();
                  arrived.await();
                }
                return true;
              }
            });
    aside.await();
    var leave = new CountDownLatch(1);
    var working = fill(leave);
    arrived.countDown();
    assertThatThrownBy(() -> reader.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    leave.countDown();
    assertThat(reader.get(20, TimeUnit.SECONDS)).isTrue();
    ended(working);
  }

  @Test
  void a_turn_within_a_turn_is_the_same_and_a_thread_without_one_only_waits() {
    try (var turn = Turns.take();
        var same = Turns.take()) {
      assertThat(Turns.free()).isEqualTo(Turns.PLACES - 1);
    }
    try (var nothing = Turns.aside()) {
      Turns.stand(new Semaphore(1, true));
      assertThat(Turns.free()).isEqualTo(Turns.PLACES);
    }
  }

  private static Boolean worked() {
    try (var turn = Turns.take()) {
      return true;
    }
  }

  private List<Future<Boolean>> fill(CountDownLatch leave) throws InterruptedException {
    var inside = new CountDownLatch(Turns.PLACES);
    var working = new ArrayList<Future<Boolean>>();
    for (var i = 0; i < Turns.PLACES; i++) {
      working.add(
          people.submit(
              () -> {
                try (var turn = Turns.take()) {
                  inside.countDown();
                  return leave.await(20, TimeUnit.SECONDS);
                }
              }));
    }
    inside.await();
    return working;
  }

  private static void ended(Iterable<Future<Boolean>> all) throws Exception {
    for (var one : all) {
      assertThat(one.get(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
