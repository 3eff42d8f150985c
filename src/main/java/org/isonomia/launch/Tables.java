package org.isonomia.launch;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables up to this release, as their owner. */
final class Tables {
  /** The application's schema; the engine's tables get one of their own by a migration. */
  static final String SCHEMA = "isonomia";

  // held, because a logger that nobody holds loses its level
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Tables() {}

  /**
   * Runs what is not yet there of {@code db/migration} and {@code db/reference}, then the grants.
   *
   * @param runtimeRole the role the application uses; placeholder {@code runtime}
   * @throws StartRefused when the database cannot be reached or a migration fails
   */
  static void prepare(String url, String owner, String password, String runtimeRole) {
    FLYWAY.setLevel(Level.SEVERE);
    try {
      Flyway.configure(Tables.class.getClassLoader())
          .dataSource(url, owner, password)
          .locations("classpath:db/migration", "classpath:db/reference")
          .defaultSchema(SCHEMA)
          .createSchemas(true)
          // reference data that moved elsewhere leaves its script behind in the history
          .ignoreMigrationPatterns("*:future", "repeatable:missing")
          .placeholders(Map.of("runtime", runtimeRole))
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw StartRefused.because("The tables could not be prepared: " + firstLines(e), e);
    }
  }

  /** Flyway's message without blank and ruler lines, so that it stays one paragraph. */
  private static String firstLines(FlywayException e) {
    return e.getMessage() == null
        ? e.getClass().getSimpleName()
        : e.getMessage()
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.matches("-+"))
            .limit(6)
            .reduce((a, b) -> a + "; " + b)
            .orElse("");
  }
}
