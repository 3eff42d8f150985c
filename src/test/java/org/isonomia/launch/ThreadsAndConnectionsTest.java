package org.isonomia.launch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.sql.DataSourceDefinition;
import org.isonomia.shared.Database;
import org.junit.jupiter.api.Test;

/** See decision 0007. */
class ThreadsAndConnectionsTest {
  /** The engine's job threads, each two; the acquisition of jobs; the health check. */
  private static final int BESIDE_REQUESTS = 10;

  @Test
  void every_request_thread_can_hold_two_connections_at_once() {
    var pool = Database.class.getAnnotation(DataSourceDefinition.class).maxPoolSize();
    assertThat(2 * Server.MOST_THREADS + BESIDE_REQUESTS).isLessThanOrEqualTo(pool);
  }
}
