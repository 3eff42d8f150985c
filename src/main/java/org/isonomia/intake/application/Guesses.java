package org.isonomia.intake.application;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Turns;

/**
 * Bounds guessing, and what is right is never refused: every look-up waits in the same fair line,
 * aside of all other work, and does the same work; only a wrong guess draws from the bucket, and
 * only a wrong one is told to slow down. No counter is kept per address: there is no address to
 * count by. Real time.
 */
final class Guesses {
  private final Semaphore line;
  private final Bucket bucket;
  private final String refusal;

  /**
   * @param atOnce look-ups under way
   * @param perMinute wrong ones that are answered
   * @param refusal code of the problem of a wrong one
   */
  Guesses(int atOnce, int perMinute, String refusal) {
    this.line = new Semaphore(atOnce, true);
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
   *     fast
   */
  <T> Optional<T> guard(Supplier<Optional<T>> lookUp) {
    Optional<T> found;
    Turns.stand(line);
    try {
      found = lookUp.get();
    } finally {
      line.release();
    }
    if (found.isEmpty() && !bucket.tryConsume(1)) {
      throw Problem.tooMany(refusal);
    }
    return found;
  }

  int waiting() {
    return line.getQueueLength();
  }
}
