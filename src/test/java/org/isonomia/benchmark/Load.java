package org.isonomia.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does one thing over and over on several connections for a while, and says how often and how long
 * it took.
 */
final class Load {
  /**
   * @param perSecond how many succeeded in a second, all connections together
   * @param p50 milliseconds, half of them took no longer
   * @param p95 milliseconds
   * @param p99 milliseconds
   */
  record Figures(double perSecond, double p50, double p95, double p99, int failed) {
    @Override
    public String toString() {
      return "%8.0f /s   p50 %6.1f ms   p95 %6.1f ms   p99 %6.1f ms%s"
          .formatted(perSecond, p50, p95, p99, failed == 0 ? "" : "   FAILED " + failed);
    }
  }

  /** What is done over and over by one thread; what it holds is given back at the end. */
  interface Worker extends AutoCloseable {
    /**
     * @return whether it succeeded
     */
    boolean work() throws Exception;

    @Override
    default void close() throws Exception {}
  }

  private Load() {}

  /** Each connection is a thread with a worker of its own, made by {@code workers}. */
  static Figures run(int connections, Duration length, Callable<Worker> workers) throws Exception {
    var pool = Executors.newFixedThreadPool(connections);
    var all = new ArrayList<Worker>();
    try {
      var until = System.nanoTime() + length.toNanos();
      var started = System.nanoTime();
      var futures = new ArrayList<Future<long[]>>();
      for (int i = 0; i < connections; i++) {
        var worker = workers.call();
        all.add(worker);
        futures.add(pool.submit(() -> work(worker, until)));
      }
      var times = new ArrayList<long[]>();
      for (var future : futures) {
        times.add(future.get());
      }
      var seconds = (System.nanoTime() - started) / 1e9;
      var good =
          times.stream()
              .flatMapToLong(Arrays::stream)
              .filter(nanos -> nanos >= 0)
              .sorted()
              .toArray();
      var failed =
          (int) times.stream().flatMapToLong(Arrays::stream).filter(nanos -> nanos < 0).count();
      return new Figures(
          good.length / seconds, at(good, 0.5), at(good, 0.95), at(good, 0.99), failed);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      pool.shutdownNow();
      for (var worker : all) {
        worker.close();
      }
    }
  }

  private static long[] work(Worker worker, long until) throws Exception {
    var times = new long[1 << 12];
    int n = 0;
    while (System.nanoTime() < until) {
      var begin = System.nanoTime();
      var good = worker.work();
      if (n == times.length) {
        times = Arrays.copyOf(times, n * 2);
      }
      times[n++] = good ? System.nanoTime() - begin : -1;
    }
    return Arrays.copyOf(times, n);
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
  }
}
