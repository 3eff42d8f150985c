package org.isonomia.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** What of the server's complaints has to be looked at. */
class QuietLogTest {
  private static final String SERVER = "jakarta.enterprise.web.core";

  @Test
  void what_the_server_could_not_read_is_one_calm_line_without_the_request() {
    var refused = new ArrayIndexOutOfBoundsException("of /the/address");
    refused.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("org.apache.catalina.connector.CoyoteAdapter", "normalize", "", 1)
        });
    var line = told(SERVER, refused);
    assertThat(line.getLevel()).isEqualTo(Level.INFO);
    assertThat(line.getMessage()).contains("ArrayIndexOutOfBounds").doesNotContain("address");
    assertThat(line.getThrown()).isNull();
  }

  @Test
  void whoever_went_away_is_no_fault() {
    var gone = new UncheckedIOException(new IOException("Broken pipe"));
    assertThat(told("org.glassfish.jersey.server.ServerRuntime$Responder", gone).getLevel())
        .isEqualTo(Level.INFO);
  }

  @Test
  void a_fault_of_ours_and_one_of_the_machine_stay_severe() {
    // thrown here, so that a line of ours is among those it went through
    assertThat(told(SERVER, new IllegalStateException("ours")).getLevel()).isEqualTo(Level.SEVERE);
    var machine = new OutOfMemoryError("no heap");
    machine.setStackTrace(new StackTraceElement[0]);
    assertThat(told(SERVER, machine).getLevel()).isEqualTo(Level.SEVERE);
  }

  private static LogRecord told(String logger, Throwable thrown) {
    var entry = new LogRecord(Level.SEVERE, "An exception occurred");
    entry.setLoggerName(logger);
    entry.setThrown(thrown);
    assertThat(new QuietLog().isLoggable(entry)).as("nothing is hidden").isTrue();
    return entry;
  }
}
