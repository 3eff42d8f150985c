package org.isonomia.privacy;

import java.time.Instant;

/**
 * A room that can do again what the {@link Ledger} says, without a person and without a key. Called
 * once after a restore, in a transaction of the house, before the program answers anybody.
 */
public interface Replays {
  /**
   * Does it again if the subject is this room's. What is not there (it was made after the backup)
   * or is already so, is left as it is.
   *
   * @param at when it happened, by the city's time
   */
  void replay(Ledger.Kind kind, String subject, Instant at);
}
