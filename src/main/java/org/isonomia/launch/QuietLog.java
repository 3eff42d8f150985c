package org.isonomia.launch;

import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Lets pass what the application says, and the server's warnings; greetings stay away. While the
 * application is being started the server is not heard at all: it tells one failure in hundreds of
 * lines, and {@link Server} tells it in one.
 */
public final class QuietLog implements Filter {
  private static volatile boolean starting;

  static void starting(boolean now) {
    starting = now;
  }

  @Override
  public boolean isLoggable(LogRecord entry) {
    var logger = entry.getLoggerName();
    return logger != null && logger.startsWith("org.isonomia")
        || !starting && entry.getLevel().intValue() >= Level.WARNING.intValue();
  }
}
