package org.isonomia.launch;

import java.util.Arrays;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

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
    migrate(
        configured(url, owner, password, runtimeRole)
            .locations("classpath:db/migration", "classpath:db/reference"));
  }

  /**
   * Makes the empty tables of an earlier release, for rows of that release.
   *
   * @param version the newest migration that release had
   * @throws StartRefused when this program is older than that
   */
  static void prepareAt(
      String url, String owner, String password, String runtimeRole, String version) {
    var flyway =
        configured(url, owner, password, runtimeRole)
            .locations("classpath:db/migration")
            .target(MigrationVersion.fromVersion(version));
    var known =
        Arrays.stream(flyway.load().info().all())
            .map(MigrationInfo::getVersion)
            .anyMatch(v -> v != null && v.equals(MigrationVersion.fromVersion(version)));
    if (!known) {
      throw StartRefused.because(
          "The backup was made by another release (schema "
              + version
              + "), which this program does not know. Take that release or a newer one.");
    }
    migrate(flyway);
  }

  private static FluentConfiguration configured(
      String url, String owner, String password, String runtimeRole) {
    FLYWAY.setLevel(Level.SEVERE);
    return Flyway.configure(Tables.class.getClassLoader())
        .dataSource(url, owner, password)
        .defaultSchema(SCHEMA)
        .createSchemas(true)
        // reference data that moved elsewhere leaves its script behind in the history
        .ignoreMigrationPatterns("*:future", "repeatable:missing")
        .placeholders(Map.of("runtime", runtimeRole));
  }

  private static void migrate(FluentConfiguration flyway) {
    try {
      flyway.load().migrate();
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
