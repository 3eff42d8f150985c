package org.isonomia.retention.application;

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
 * Works approved lists off, one case a transaction: a program that was killed goes on with the next
 * case at its next start, and of two nodes each case has one.
 */
@ApplicationScoped
public class WorkOffLists {
  private static final Logger LOG = Logger.getLogger(WorkOffLists.class.getName());
  private static final long EVERY_SECONDS = 5;

  @Inject DestroyCase destroy;
  @Inject FinishDestruction finish;
  @Resource ManagedScheduledExecutorService scheduler;

  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    scheduler.scheduleWithFixedDelay(this::once, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void once() {
    try {
      Actor.HOUSE.<Void>run(
          () -> {
            finish.open().forEach(this::workOff);
            return null;
          });
    } catch (RuntimeException e) {
      // the next round tries again; a schedule that throws would end for good
      LOG.warning("lists of retention were not worked off: " + e.getClass().getName());
    }
  }

  private void workOff(String number) {
    for (var id : finish.waiting(number)) {
      try {
        destroy.handle(id);
      } catch (RuntimeException e) {
        LOG.warning("a case of list " + number + " was left out: " + e.getClass().getName());
        destroy.leaveOut(id);
      }
    }
    finish.handle(number);
  }
}
