package org.isonomia.intake.application;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.isonomia.shared.CaseNumber;

/** Looks every half minute of real time whether somebody is to be told that there is news. */
@ApplicationScoped
public class NoticeRounds {
  private static final Logger LOG = Logger.getLogger(NoticeRounds.class.getName());
  private static final long EVERY_SECONDS = 30;

  @Inject SendNotices notices;
  @Resource ManagedScheduledExecutorService scheduler;

  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    scheduler.scheduleWithFixedDelay(this::once, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void once(CaseNumber number) {
    try {
      notices.handle(number);
    } catch (RuntimeException notTaken) {
      // the post has noted why
      notices.refused(number);
    }
  }

  private void once() {
    try {
      for (var number : notices.due()) {
        once(number);
      }
      notices.forgetEnded();
    } catch (RuntimeException e) {
      // the next round tries again; a schedule that throws would end for good
      LOG.warning("notices were not sent: " + e.getClass().getName());
    }
  }
}
