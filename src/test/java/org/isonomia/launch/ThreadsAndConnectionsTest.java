package org.isonomia.launch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.sql.DataSourceDefinition;
import org.isonomia.shared.Database;
import org.isonomia.shared.Turns;
import org.junit.jupiter.api.Test;

/** See decision 0007. */
class ThreadsAndConnectionsTest {
  /** The engine's job threads, each two; the acquisition of jobs; the health check. */
  private static final int BESIDE_REQUESTS = 10;

  @Test
  void every_request_in_its_turn_can_hold_two_connections_at_once() {
    var pool = Database.class.getAnnotation(DataSourceDefinition.class).maxPoolSize();
    assertThat(2 * Turns.PLACES + BESIDE_REQUESTS).isLessThanOrEqualTo(pool);
    assertThat(Server.MOST_THREADS).as("most only wait").isGreaterThan(4 * Turns.PLACES);
  }
}
