package org.isonomia.launch;

import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Lets pass what the application says, and the server's warnings; greetings stay away. */
public final class QuietLog implements Filter {
  @Override
  public boolean isLoggable(LogRecord entry) {
    var logger = entry.getLoggerName();
    return entry.getLevel().intValue() >= Level.WARNING.intValue()
        || logger != null && logger.startsWith("org.isonomia");
  }
}
