package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.intake.persistence.Drafts;

/**
 * All unfinished reports together have a quota, in number and in bytes: the oldest go first, those
 * that were not touched for longest, and nobody who begins is refused. What a person in the midst
 * of writing has said comes back from the page ({@link CarriedDraft}).
 */
@ApplicationScoped
public class RoomForDrafts {
  /** Counting them costs some milliseconds; in a flood it is done for every so many. */
  private static final int EVERY = 20;

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
      drafts.keepLatest(most, bytes);
    } finally {
      clearing.set(false);
    }
  }
}
