package org.isonomia.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A demo city as an earlier release left it, to be brought up by this one. What is kept of it:
 * {@code src/test/resources/released/<schema>.city} and {@code .shares}, in the form of {@link
 * Dump}.
 *
 * <p>A new one, on the day of a release: start its program with a demo city on an empty folder,
 * then run this class with the data folder and {@code src/test/resources/released/<schema>}.
 */
public final class ReleasedData {
  private ReleasedData() {}

  public static void main(String[] arguments) throws Exception {
    var data = Path.of(arguments[0]).toAbsolutePath();
    var running = RunningPostgres.find(data).orElseThrow();
    try (var connection =
        DriverManager.getConnection(
            running.url(), EmbeddedPostgres.OWNER, running.ownerPassword())) {
      Dump.holdStill(connection);
      var secrets = new Properties();
      secrets.setProperty(
          Restore.APPLICATION_SECRET, DataFolder.keptOf(data).getProperty("secret.application"));
      secrets.setProperty(
          Restore.FINGERPRINT, Files.readString(data.resolve(Restore.FINGERPRINT)).strip());
      write(Path.of(arguments[1] + ".city"), new Dump(connection, Dump.SCHEMAS), secrets);
      write(Path.of(arguments[1] + ".shares"), new Dump(connection, Dump.SHARES), new Properties());
    }
  }

  private static void write(Path file, Dump dump, Properties secrets) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      dump.write(out, secrets);
    }
  }

  /** Makes a data folder that holds the city of that release. */
  public static void layOut(Path dataDir, String schema) throws IOException, SQLException {
    try (var data = DataFolder.take(dataDir);
        var postgres = EmbeddedPostgres.start(data, new Console());
        var connection =
            DriverManager.getConnection(
                postgres.url(), EmbeddedPostgres.OWNER, postgres.ownerPassword())) {
      Tables.prepareAt(
          postgres.url(),
          EmbeddedPostgres.OWNER,
          postgres.ownerPassword(),
          EmbeddedPostgres.RUNTIME,
          schema);
      connection.setAutoCommit(false);
      var city = load(connection, Dump.SCHEMAS, schema + ".city");
      load(connection, Dump.SHARES, schema + ".shares");
      Load.setAhead(connection, city.sequences(), 0, 9998);
      connection.commit();
      data.keep(Restore.APPLICATION_SECRET, city.secrets().getProperty(Restore.APPLICATION_SECRET));
      Files.writeString(
          dataDir.resolve(Restore.FINGERPRINT),
          city.secrets().getProperty(Restore.FINGERPRINT) + "\n");
    }
  }

  private static Load load(java.sql.Connection connection, List<String> schemas, String name)
      throws IOException {
    var load = new Load(connection, schemas);
    try (InputStream in =
        new GZIPInputStream(ReleasedData.class.getResourceAsStream("/released/" + name))) {
      load.read(in);
    }
    return load;
  }
}
