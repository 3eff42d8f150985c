package org.isonomia.launch;

import java.util.Set;
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

  /** What anybody can make them say with a malformed or broken-off request, in 150 lines each. */
  private static final Set<String> OF_CLIENTS =
      Set.of(
          "jakarta.enterprise.web.core",
          "org.glassfish.grizzly.filterchain.DefaultFilterChain",
          "org.glassfish.jersey.server.ServerRuntime$Responder");

  static void starting(boolean now) {
    starting = now;
  }

  @Override
  public boolean isLoggable(LogRecord entry) {
    var logger = entry.getLoggerName();
    if (logger != null && OF_CLIENTS.contains(logger) && entry.getThrown() != null) {
      // one line, and only what kind of thing it was: the rest may hold the request itself
      entry.setMessage("request refused by the server: " + entry.getThrown().getClass().getName());
      entry.setThrown(null);
    }
    return logger != null && logger.startsWith("org.isonomia")
        || !starting && entry.getLevel().intValue() >= Level.WARNING.intValue();
  }
}
