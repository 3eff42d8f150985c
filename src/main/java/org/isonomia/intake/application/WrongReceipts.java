package org.isonomia.intake.application;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.isonomia.shared.Problem;

/**
 * Guessing receipts is bounded, and never at the cost of whoever holds a right one: every look-up
 * waits in the same fair queue and does the same work; only a wrong receipt draws from the bucket,
 * and only a wrong one is told to slow down. In a flood, when more wait than the house has hands,
 * whoever comes is asked to press again at once. No counter is kept per address: there is no
 * address to count by. Real time.
 */
@ApplicationScoped
public class WrongReceipts {
  private static final int AT_ONCE = 8;
  private static final int MAY_WAIT = 28;
  private static final int PER_MINUTE = 300;

  private final Semaphore queue = new Semaphore(AT_ONCE, true);
  private final Bucket bucket =
      Bucket.builder()
          .addLimit(
              Bandwidth.builder()
                  .capacity(PER_MINUTE)
                  .refillGreedy(PER_MINUTE, Duration.ofMinutes(1))
                  .build())
          .build();

  /**
   * @throws Problem unauthenticated "wrong-receipt" is the caller's; tooMany "too-many-receipts"
   *     when wrong ones came too fast
   */
  public <T> Optional<T> guard(Supplier<Optional<T>> lookUp) {
    Optional<T> found;
    if (queue.getQueueLength() >= MAY_WAIT) {
      // each that waits holds a thread that others need; more of them would stop every page
      throw Problem.tooMany("too-many-receipts");
    }
    queue.acquireUninterruptibly();
    try {
      found = lookUp.get();
    } finally {
      queue.release();
    }
    if (found.isEmpty() && !bucket.tryConsume(1)) {
      throw Problem.tooMany("too-many-receipts");
    }
    return found;
  }
}
