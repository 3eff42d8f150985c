package org.isonomia.launch;

import java.io.IOException;
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
    var thrown = entry.getThrown();
    if (logger != null && OF_CLIENTS.contains(logger) && thrown != null) {
      // one line, and only what kind of thing it was: the rest may hold the request itself
      entry.setMessage("request refused by the server: " + thrown.getClass().getName());
      entry.setThrown(null);
      if (isOfClient(thrown)) {
        // nobody has to look at it, and it is not hidden either
        entry.setLevel(Level.INFO);
        return !starting;
      }
    }
    return logger != null && logger.startsWith("org.isonomia")
        || !starting && entry.getLevel().intValue() >= Level.WARNING.intValue();
  }

  /**
   * Whether the request never reached us, because the server itself could not read it, or whoever
   * sent it went away. A fault of ours has a line of ours among those it went through.
   */
  private static boolean isOfClient(Throwable thrown) {
    return thrown instanceof Exception && (isGone(thrown) || !isOurs(thrown));
  }

  private static boolean isOurs(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      for (var frame : cause.getStackTrace()) {
        if (frame.getClassName().startsWith("org.isonomia")) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isGone(Throwable thrown) {
    var root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof IOException;
  }
}
