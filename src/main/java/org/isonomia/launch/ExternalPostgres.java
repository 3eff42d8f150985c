package org.isonomia.launch;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;

/** The operator's own PostgreSQL, which may start at the same time as this program. */
final class ExternalPostgres {
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(500);

  private ExternalPostgres() {}

  /**
   * Waits until both roles can connect.
   *
   * @throws StartRefused that names the setting which does not fit
   */
  static void awaitReady(Settings.ExternalDatabase database) {
    connect(
        database.url(),
        database.migrationUser(),
        database.migrationPassword(),
        database.migrationUser().equals(database.user())
            ? Settings.JDBC_USER
            : Settings.MIGRATION_USER);
    connect(database.url(), database.user(), database.password(), Settings.JDBC_USER);
  }

  private static void connect(String url, String user, String password, String userSetting) {
    var source = new PGSimpleDataSource();
    try {
      source.setUrl(url);
    } catch (IllegalArgumentException e) {
      throw StartRefused.setting(Settings.JDBC_URL, "cannot be read by the database's driver.");
    }
    source.setUser(user);
    source.setPassword(password);
    source.setConnectTimeout(5);
    source.setLoginTimeout(10);
    long deadline = System.nanoTime() + ANSWERS_WITHIN.toNanos();
    while (true) {
      try (var connection = source.getConnection()) {
        return;
      } catch (SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28")) {
          throw StartRefused.setting(
              userSetting, "or its password is refused by the database (" + state + ").");
        }
        if (state.equals("3D000")) {
          throw StartRefused.setting(
              Settings.JDBC_URL, "names a database that does not exist on the server.");
        }
        if (System.nanoTime() > deadline) {
          throw StartRefused.setting(
              Settings.JDBC_URL, "names a database that does not answer (" + state + ").");
        }
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }
}
