package org.isonomia.intake.application;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.isonomia.page.Left;

/**
 * Somebody pressed Exit: the visit to the mailbox ends, an unfinished report that no code leads to
 * is destroyed, and one with a code opens with the code alone: whoever copied the cookie or finds a
 * page of before opens nothing. Exit waits for it, but not long; what fails, above all because the
 * database is away, is tried again until the time of the cookies is over anyway.
 */
@ApplicationScoped
public class LeaveAtOnce {
  private static final Logger LOG = Logger.getLogger(LeaveAtOnce.class.getName());

  /** So many wait at most: made-up cookies must not fill the memory while the database is away. */
  private static final int WAIT_AT_MOST = 10_000;

  /** Names of the cookies, as the pages set them. */
  public static final String DRAFT = "__Host-draft";

  public static final String VISIT = "__Host-visit";

  /** How long after a failure it is tried again, each time; together longer than a visit lasts. */
  private static final List<Duration> AGAIN =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(2));

  @Inject KeepDraft drafts;
  @Inject MailboxVisit visits;

  @Resource ManagedScheduledExecutorService later;

  private final AtomicInteger waiting = new AtomicInteger();

  void left(@ObservesAsync Left left) {
    var draft = left.cookies().get(DRAFT);
    if (draft != null) {
      end(() -> drafts.leave(draft), 0);
    }
    var visit = left.cookies().get(VISIT);
    if (visit != null) {
      end(() -> visits.end(visit), 0);
    }
  }

  /** Each apart: the one that fails keeps the other from nothing. */
  private void end(Runnable ends, int tried) {
    try {
      ends.run();
    } catch (RuntimeException e) {
      LOG.warning("what was left at once is not removed yet: " + e.getClass().getName());
      if (tried < AGAIN.size() && waiting.get() < WAIT_AT_MOST) {
        waiting.incrementAndGet();
        later.schedule(
            () -> {
              waiting.decrementAndGet();
              end(ends, tried + 1);
            },
            AGAIN.get(tried).toSeconds(),
            TimeUnit.SECONDS);
      }
    }
  }
}
