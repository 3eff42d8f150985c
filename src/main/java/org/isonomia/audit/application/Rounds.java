package org.isonomia.audit.application;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.isonomia.audit.persistence.Chain;

/**
 * Seals what waits, every second of real time, and sends the head of the day. It remembers the last
 * end of the chain it saw: a chain that is shorter afterwards was cut.
 */
@ApplicationScoped
public class Rounds {
  private static final Logger LOG = Logger.getLogger(Rounds.class.getName());
  private static final long EVERY_MILLIS = 1000;
  private static final long MAIL_AGAIN_SECONDS = 600;

  @Inject SealRecords seal;
  @Inject SignHead head;
  @Inject LookAtChain look;
  @Inject ReleaseMonths release;
  @Resource ManagedScheduledExecutorService scheduler;

  private volatile Chain.End seen;
  private volatile Instant sealedAt;
  private volatile boolean failing;
  private boolean released;
  private Instant mailFrom = Instant.MIN;

  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    scheduler.scheduleWithFixedDelay(this::once, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void once() {
    try {
      while (seal.some() == SealRecords.AT_ONCE) {
        remember();
      }
      remember();
      if (head.today() || !released) {
        release.due();
        released = true;
      }
      mail();
      failing = false;
    } catch (RuntimeException e) {
      // the next round tries again; a schedule that throws would end for good
      if (!failing) {
        LOG.severe("records of the audit were not sealed: " + e);
      }
      failing = true;
    }
  }

  private void remember() {
    // a chain that was cut or made anew is not forgotten, also when it has grown again
    seen = look.longest(seen);
    sealedAt = KeepRecords.now();
  }

  private void mail() {
    var now = KeepRecords.now();
    if (now.isBefore(mailFrom)) {
      return;
    }
    var waiting = head.waiting();
    if (waiting.isEmpty()) {
      return;
    }
    mailFrom = now.plusSeconds(MAIL_AGAIN_SECONDS);
    try {
      for (var one : waiting) {
        for (var recipient : head.recipients().keySet()) {
          head.send(one, recipient);
        }
      }
    } catch (RuntimeException notTaken) {
      LOG.warning("a head of the audit was not taken by the mail server; tried again later");
    }
  }

  /** The longest chain this program has seen since it started, or {@code null}. */
  Chain.End seen() {
    return seen;
  }

  /** When the chain was last looked at and nothing was left to do. */
  Instant sealedAt() {
    return sealedAt;
  }

  boolean isFailing() {
    return failing;
  }
}
