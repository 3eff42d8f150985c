package org.isonomia.workflow.camunda;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;

/**
 * UUIDs that grow with time (version 7): rows of one moment lie together in the engine's indexes.
 * They name rows and are no secret.
 */
final class TimeOrderedIds implements IdGenerator {
  @Override
  public String getNextId() {
    var random = ThreadLocalRandom.current();
    long high = (System.currentTimeMillis() << 16) | 0x7000L | random.nextInt(0x1000);
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }
}
