package org.isonomia.intake.application;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Forgets, every few minutes of real time, what nobody finished: expired drafts, visits, answers to
 * repeated requests.
 */
@ApplicationScoped
public class Housekeeping {
  private static final Logger LOG = Logger.getLogger(Housekeeping.class.getName());
  private static final long EVERY_MINUTES = 10;

  @Inject ForgetExpired forgetExpired;
  @Resource ManagedScheduledExecutorService scheduler;

  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    scheduler.scheduleWithFixedDelay(this::once, 1, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  private void once() {
    try {
      forgetExpired.handle();
    } catch (RuntimeException e) {
      // the next round tries again; a schedule that throws would end for good
      LOG.warning("expired drafts were not removed: " + e.getClass().getName());
    }
  }
}
