package org.isonomia.shared;

import java.time.Instant;

/**
 * Something that happened in a room and that other rooms may hear of. Fired through CDI inside the
 * act's transaction: who observes it is part of that transaction. Holds keys, codes and dates only,
 * never a name, a ground or free text.
 */
public interface DomainEvent {
  Instant at();
}
