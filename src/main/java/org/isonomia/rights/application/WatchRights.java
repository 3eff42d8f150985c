package org.isonomia.rights.application;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.isonomia.access.Actor;

/**
 * Looks for loans whose day is over; they open nothing from that moment, with or without this. And
 * for what was answered so long ago that it is forgotten.
 */
@ApplicationScoped
public class WatchRights {
  private static final Logger LOG = Logger.getLogger(WatchRights.class.getName());
  private static final long EVERY_MINUTES = 10;

  @Inject EndLoans loans;
  @Inject ForgetAnswered forget;
  @Resource ManagedScheduledExecutorService scheduler;

  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    scheduler.scheduleWithFixedDelay(this::once, 1, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  private void once() {
    try {
      Actor.HOUSE.<Void>run(
          () -> {
            loans.handle();
            forget.handle();
            return null;
          });
    } catch (RuntimeException e) {
      // the next round tries again; a schedule that throws would end for good
      LOG.warning("loans or old requests were not ended: " + e.getClass().getName());
    }
  }
}
