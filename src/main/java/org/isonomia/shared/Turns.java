package org.isonomia.shared;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * As many requests work at once as there are connections for, in the order in which they came; the
 * server has more threads than that. Whoever waits for something that needs no connection, in a
 * line of others with receipts or for the rest of a slow body, lets somebody else go on meanwhile:
 * so hundreds may wait, and nobody is sent away for it. See decision 0007.
 *
 * <p>A thread without a turn, of a job or a command, only waits.
 */
public final class Turns {
  /** Requests that work at once; each may need two connections. */
  public static final int PLACES = 40;

  private static final Semaphore FREE = new Semaphore(PLACES, true);
  private static final ThreadLocal<Boolean> MINE = new ThreadLocal<>();
  private static final Held NOTHING = () -> {};

  private Turns() {}

  /** What ends where its block ends. */
  @FunctionalInterface
  public interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /** Waits for a turn, which ends with the block; one within another is the same. */
  public static Held take() {
    if (MINE.get() != null) {
      return NOTHING;
    }
    FREE.acquireUninterruptibly();
    MINE.set(Boolean.TRUE);
    return () -> {
      MINE.remove();
      FREE.release();
    };
  }

  /**
   * Lets somebody else have this thread's place until the block ends, which may have to wait for
   * one again. Only where no connection is held: with more of them than places nobody would go on.
   */
  public static Held aside() {
    if (MINE.get() == null) {
      return NOTHING;
    }
    FREE.release();
    return FREE::acquireUninterruptibly;
  }

  /**
   * Waits in a line, aside, and then for a place again. Only where no connection is held, and only
   * in a line that nobody waits for who has a place: they would wait for each other.
   *
   * @param line a fair one; the caller releases it
   */
  public static void stand(Semaphore line) {
    if (isFirst(line)) {
      return;
    }
    try (var waiting = aside()) {
      line.acquireUninterruptibly();
    }
  }

  /** Whether nobody stands before; in contrast to the one without a time this jumps no line. */
  private static boolean isFirst(Semaphore line) {
    try {
      return line.tryAcquire(0, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** For tests: how many could work now. */
  static int free() {
    return FREE.availablePermits();
  }
}
