package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.intake.domain.Draft;
import org.isonomia.intake.persistence.Drafts;

/**
 * All unfinished reports together have a quota, in number and in bytes: what was hardly begun goes
 * first, then the longest untouched, and nobody who begins is refused.
 */
@ApplicationScoped
public class RoomForDrafts {
  /** Counting them costs some milliseconds; in a flood it is done for every so many. */
  private static final int EVERY = 20;

  /** Nobody's page takes longer between being sent and the next being seen. */
  private static final Duration JUST_NOW = Duration.ofMinutes(2);

  @Inject Drafts drafts;

  @Inject
  @ConfigProperty(name = "isonomia.drafts.most", defaultValue = "20000")
  long most;

  /** The default is 4 GiB. */
  @Inject
  @ConfigProperty(name = "isonomia.drafts.bytes", defaultValue = "4294967296")
  long bytes;

  private final AtomicLong begun = new AtomicLong();
  private final AtomicBoolean clearing = new AtomicBoolean();

  /** Before another one begins. */
  void make() {
    if (begun.getAndIncrement() % EVERY == 0) {
      keep();
    }
  }

  /**
   * Every few minutes, because files make drafts grow, too. One at a time: two that remove the same
   * drafts would wait for each other.
   */
  void keep() {
    if (!clearing.compareAndSet(false, true)) {
      return;
    }
    try {
      drafts.keepLatest(most, bytes, Instant.now().plus(Draft.KEPT).minus(JUST_NOW));
    } finally {
      clearing.set(false);
    }
  }
}
