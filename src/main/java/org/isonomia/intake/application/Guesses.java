package org.isonomia.intake.application;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.isonomia.shared.Problem;

/**
 * Bounds guessing, and what is right is never called wrong: every look-up waits in the same fair
 * queue and does the same work; only a wrong guess draws from the bucket, and only a wrong one is
 * told to slow down. When more wait than the house has threads to hold them, whoever comes is not
 * looked up but asked to press again, and told that this says nothing about what they typed. No
 * counter is kept per address: there is no address to count by. Real time.
 */
final class Guesses {
  /** Code of the problem of whoever was not looked up, right or wrong: to be sent again. */
  static final String NOT_LOOKED_UP = "too-many-at-once";

  private final Semaphore queue;
  private final int mayWait;
  private final Bucket bucket;
  private final String refusal;

  /**
   * @param atOnce look-ups under way
   * @param mayWait how many more may wait; each holds a thread that others need
   * @param perMinute wrong ones that are answered
   * @param refusal code of the problem of a wrong one
   */
  Guesses(int atOnce, int mayWait, int perMinute, String refusal) {
    this.queue = new Semaphore(atOnce, true);
    this.mayWait = mayWait;
    this.refusal = refusal;
    this.bucket =
        Bucket.builder()
            .addLimit(
                Bandwidth.builder()
                    .capacity(perMinute)
                    .refillGreedy(perMinute, Duration.ofMinutes(1))
                    .build())
            .build();
  }

  /**
   * @return empty when it is wrong
   * @throws Problem tooMany with the code of the refusal when it is wrong and wrong ones came too
   *     fast; "too-many-at-once" when too many wait and nothing was looked up
   */
  <T> Optional<T> guard(Supplier<Optional<T>> lookUp) {
    if (waiting() >= mayWait) {
      throw Problem.tooMany(NOT_LOOKED_UP); // says nothing about what was typed
    }
    Optional<T> found;
    queue.acquireUninterruptibly();
    try {
      found = lookUp.get();
    } finally {
      queue.release();
    }
    if (found.isEmpty() && !bucket.tryConsume(1)) {
      throw Problem.tooMany(refusal);
    }
    return found;
  }

  int waiting() {
    return queue.getQueueLength();
  }
}
