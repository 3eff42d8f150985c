package org.isonomia.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The embedded database of a data folder that a program uses right now, as another process of the
 * same user finds it: nothing is started, locked or written.
 */
record RunningPostgres(String url, String ownerPassword) {

  /** Empty when no database runs on this folder. */
  static Optional<RunningPostgres> find(Path dataDir) throws IOException {
    var cluster = dataDir.resolve("database").resolve("cluster");
    try {
      var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
      if (lines.size() < 4 || ProcessHandle.of(Long.parseLong(lines.get(0).strip())).isEmpty()) {
        return Optional.empty();
      }
      var url = "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/";
      var kept = DataFolder.keptOf(dataDir);
      return answers(url, kept.getProperty("secret.database.superuser"), cluster)
          ? Optional.of(
              new RunningPostgres(
                  url + EmbeddedPostgres.DATABASE, kept.getProperty("secret.database.owner")))
          : Optional.empty();
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether this folder's cluster answers there, and not another one with its passwords. */
  private static boolean answers(String url, String password, Path cluster) throws IOException {
    try (var connection =
            DriverManager.getConnection(url + "postgres", EmbeddedPostgres.SUPERUSER, password);
        var row = connection.createStatement().executeQuery("SHOW data_directory")) {
      row.next();
      return Path.of(row.getString(1)).toRealPath().equals(cluster.toRealPath());
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "RunningPostgres[" + url + "]";
  }
}
