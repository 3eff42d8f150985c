package org.isonomia.page;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One kind of request that costs much, and the line in which it waits for its turn: so many at
 * once, so many a minute, the rest in the order in which they came. Nobody is counted by an
 * address, and who waits holds no thread. Real time.
 */
public final class Lane {
  /** Somebody whose turn may come later. */
  interface Waiting {
    /** The turn has come: a place is theirs until {@link Lane#leave()}. */
    void turn();
  }

  private final int places;
  private final int mayWait;
  private final Bucket bucket;
  private final boolean lastWord;
  private final Deque<Waiting> line = new ArrayDeque<>();
  private final AtomicLong held = new AtomicLong();
  private final Queue<Waiting> sending = new ConcurrentLinkedQueue<>();
  private int inside;
  private boolean alarm;

  /**
   * @param places how many are worked at once; each holds a thread
   * @param mayWait how many more stand in line; each holds a connection and what it sent
   * @param perMinute how many turns come in a minute; that many may come at once after a quiet one
   * @param lastWord whether the page itself refuses whoever found the line full, because it can
   *     show again what was typed; otherwise they get a page of their own
   */
  public Lane(int places, int mayWait, long perMinute, boolean lastWord) {
    this.places = places;
    this.mayWait = mayWait;
    this.lastWord = lastWord;
    this.bucket =
        Bucket.builder()
            .addLimit(
                Bandwidth.builder()
                    .capacity(perMinute)
                    .refillGreedy(perMinute, Duration.ofMinutes(1))
                    .build())
            .build();
  }

  /** Bytes of what was sent and is not worked off. */
  AtomicLong held() {
    return held;
  }

  /** Those whose form is not whole yet, who began first in front. */
  Queue<Waiting> sending() {
    return sending;
  }

  boolean pageHasLastWord() {
    return lastWord;
  }

  /** Takes a place when nobody waits and one is free. */
  synchronized boolean enter() {
    if (!line.isEmpty() || inside >= places || !bucket.tryConsume(1)) {
      return false;
    }
    inside++;
    return true;
  }

  /** Stands at the end of the line; false when it is full. */
  synchronized boolean stand(Waiting waiting) {
    if (line.size() >= mayWait) {
      return false;
    }
    line.add(waiting);
    return true;
  }

  /** Goes out of the line before the turn; false when the turn has come. */
  synchronized boolean giveUp(Waiting waiting) {
    return line.remove(waiting);
  }

  /** Gives the place back. */
  synchronized void leave() {
    inside--;
  }

  /**
   * Lets in whoever is first, as long as there is room.
   *
   * @return nanoseconds after which somebody has to say {@link #woken()} and ask again, because the
   *     next one may come in although nobody leaves; empty when nobody waits, a place has to become
   *     free first, or somebody does it already
   */
  OptionalLong advance() {
    while (true) {
      Waiting first;
      synchronized (this) {
        if (line.isEmpty() || inside >= places) {
          return OptionalLong.empty();
        }
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
          if (alarm) {
            return OptionalLong.empty();
          }
          alarm = true;
          return OptionalLong.of(Math.max(1, probe.getNanosToWaitForRefill()));
        }
        inside++;
        first = line.poll();
      }
      first.turn();
    }
  }

  /** The nanoseconds are over. */
  synchronized void woken() {
    alarm = false;
  }

  synchronized int waiting() {
    return line.size();
  }

  synchronized int inside() {
    return inside;
  }
}
