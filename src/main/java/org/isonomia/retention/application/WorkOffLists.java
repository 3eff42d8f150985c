package org.isonomia.retention.application;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.isonomia.access.Actor;
import org.isonomia.privacy.Erasable;

/**
 * Works approved lists off, one case a transaction: a program that was killed goes on with the next
 * case at its next start, and of two nodes each case has one.
 */
@ApplicationScoped
public class WorkOffLists {
  private static final Logger LOG = Logger.getLogger(WorkOffLists.class.getName());
  private static final long EVERY_SECONDS = 5;

  /** A deadlock or a shutdown is no reason to leave a case out: only what fails again and again. */
  private static final int TRIES = 20;

  private final Map<Long, Integer> tries = new ConcurrentHashMap<>();

  @Inject DestroyCase destroy;
  @Inject FinishDestruction finish;
  @Inject @Any Instance<Erasable> rooms;
  @Resource ManagedScheduledExecutorService scheduler;

  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    scheduler.scheduleWithFixedDelay(this::once, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void once() {
    try {
      if (!rooms.stream().allMatch(Erasable::isReady)) {
        return; // a case that is begun too early would be left out
      }
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
        LOG.warning("a case of list " + number + " was not destroyed: " + e.getClass().getName());
        if (tries.merge(id, 1, Integer::sum) >= TRIES) {
          tries.remove(id);
          destroy.leaveOut(id);
        }
      }
    }
    finish.handle(number);
  }
}
