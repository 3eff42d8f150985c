package org.isonomia.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import org.isonomia.privacy.BackupLock;

/**
 * {@code backup FOLDER}: one file of all tables as they are at one moment, while people go on
 * working, and the erasure shares in a second file that takes the place of the one before. Both are
 * locked with the escrow key; nothing on this machine opens them.
 */
final class Backup {
  static final String SHARES_FILE = "shares-latest.isonomia";
  static final String SUFFIX = ".isonomia";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Settings settings;
  private final Console console;

  Backup(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  void run(Commands.Given given) throws IOException {
    requireApart(given.place(), given.path("--shares"));
    var folder = folder(given.place());
    var shares = folder(given.path("--shares"));
    requireApart(folder, shares); // links followed
    if (settings.external().isPresent()) {
      var external = settings.external().get();
      ExternalPostgres.awaitReady(external);
      write(folder, shares, external.url(), external.migrationUser(), external.migrationPassword());
      return;
    }
    var running = RunningPostgres.find(settings.dataDir());
    if (running.isPresent()) {
      var it = running.get();
      write(folder, shares, it.url(), EmbeddedPostgres.OWNER, it.ownerPassword());
      return;
    }
    if (!Files.exists(settings.dataDir().resolve(DataFolder.KEPT))) {
      throw StartRefused.setting(
          Settings.DATA_DIR, "names a folder without data: " + settings.dataDir() + ".");
    }
    console.say("The program does not run; starting its database alone ...");
    try (var data = DataFolder.take(settings.dataDir());
        var postgres = EmbeddedPostgres.start(data, console)) {
      write(folder, shares, postgres.url(), EmbeddedPostgres.OWNER, postgres.ownerPassword());
    }
  }

  /** Whoever takes the folder of the backups must not have the shares with it. */
  static void requireApart(Path folder, Path shares) {
    if (shares == null) {
      throw StartRefused.because(
          "Say where the erasure shares go: --shares and a folder in another place, best on another"
              + " disk.\n"
              + Commands.USAGE);
    }
    if (shares.startsWith(folder) || folder.startsWith(shares)) {
      throw StartRefused.because(
          "The erasure shares must not lie with the backups, nor the backups with them: old copies"
              + " of both together would open what was erased. Give --shares a folder in another"
              + " place, best on another disk.");
    }
  }

  private static Path folder(Path folder) {
    try {
      if (!Files.exists(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return folder.toRealPath();
    } catch (IOException e) {
      throw StartRefused.because("The folder " + folder + " cannot be made or read.", e);
    }
  }

  private void write(Path folder, Path shares, String url, String user, String password)
      throws IOException {
    try (var connection = DriverManager.getConnection(url, user, password)) {
      var lock = lock(connection);
      Dump.holdStill(connection);
      var taken = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      var release = release();
      var schema = schema(connection);
      var secrets = secrets();
      var database = folder.resolve("isonomia-" + STAMP.format(taken) + SUFFIX);
      var newestShares = shares.resolve(SHARES_FILE);
      long[] rows = new long[1];
      var databasePart =
          BackupFile.prepare(
              database,
              new BackupFile.Header(
                  BackupFile.Kind.DATABASE, taken, release, schema, lock.fingerprint()),
              lock,
              out ->
                  rows[0] =
                      new Dump(connection, Dump.SCHEMAS)
                          .write(out, secrets).values().stream().mapToLong(Long::longValue).sum());
      try {
        var sharesPart =
            BackupFile.prepare(
                newestShares,
                new BackupFile.Header(
                    BackupFile.Kind.SHARES, taken, release, schema, lock.fingerprint()),
                lock,
                out -> new Dump(connection, Dump.SHARES).write(out, new Properties()));
        // newer shares go with an older database, and not the other way round
        BackupFile.publish(sharesPart, newestShares);
        BackupFile.publish(databasePart, database);
      } finally {
        Files.deleteIfExists(databasePart);
      }
      connection.rollback();
      console.say(
          "Backup written: "
              + database
              + " ("
              + Files.size(database)
              + " bytes, "
              + rows[0]
              + " rows, schema "
              + schema
              + ").");
      console.say("Erasure shares, in place of the ones before: " + newestShares);
      console.say(
          "Two of the three escrow parts open them. Keep backups no longer than the city decided,"
              + " and of the shares the newest only, in another place.");
    } catch (SQLException e) {
      throw StartRefused.because(
          "The backup was not written: the database did not answer (" + e.getSQLState() + ").", e);
    } catch (IOException e) {
      throw StartRefused.because(
          "The backup was not written; earlier ones are as they were. The reason: "
              + e.getMessage(),
          e);
    }
  }

  private BackupLock lock(Connection connection) throws SQLException {
    var found = Optional.<BackupLock>empty();
    try (var statement = connection.createStatement();
        var there =
            statement.executeQuery("SELECT to_regclass('isonomia.privacy_key') IS NOT NULL")) {
      there.next();
      if (there.getBoolean(1)) {
        try (var row =
            statement.executeQuery(
                "SELECT suite, wrap_key, sign_key, trust_signature FROM isonomia.privacy_key"
                    + " WHERE holder = 'ESCROW' AND retired_at IS NULL"
                    + " ORDER BY generation DESC LIMIT 1")) {
          if (row.next()) {
            found = BackupLock.of(row.getInt(1), row.getBytes(2), row.getBytes(3), row.getBytes(4));
          }
        }
      }
    }
    var lock =
        found.orElseThrow(
            () ->
                StartRefused.because(
                    "There is no escrow key yet, and without it nobody could open a backup. Hold"
                        + " the ceremony first (/keys/ceremony); until then nothing can be filed"
                        + " either."));
    var trusted = fingerprint();
    if (!trusted.equals(Optional.of(lock.fingerprint()))) {
      throw StartRefused.because(
          "The escrow key in the database is not the one that this installation trusts ("
              + Settings.ESCROW_FINGERPRINT
              + "). No backup was made; find out who changed it.");
    }
    return lock;
  }

  private Optional<String> fingerprint() {
    return Optional.ofNullable(settings.forPages().get(Settings.ESCROW_FINGERPRINT))
        .or(this::keptFingerprint)
        .map(text -> text.replaceAll("[^0-9a-fA-F]", "").toLowerCase(java.util.Locale.ROOT));
  }

  private Optional<String> keptFingerprint() {
    try {
      var file = settings.dataDir().resolve(Restore.FINGERPRINT);
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw StartRefused.because("The escrow fingerprint in the data folder cannot be read.", e);
    }
  }

  /** What the rows need and the database does not hold; its own passwords are made anew. */
  private Properties secrets() throws IOException {
    var secrets = new Properties();
    var kept = DataFolder.keptOf(settings.dataDir());
    for (var name : kept.stringPropertyNames()) {
      if (name.startsWith("secret.") && !name.startsWith("secret.database.")) {
        secrets.setProperty(name, kept.getProperty(name));
      }
    }
    if (settings.secret().isPresent()) {
      secrets.remove(Restore.APPLICATION_SECRET);
      secrets.setProperty(Restore.SECRET_DIGEST, digest(settings.secret().get()));
    }
    keptFingerprint().ifPresent(f -> secrets.setProperty(Restore.FINGERPRINT, f.strip()));
    return secrets;
  }

  static String digest(String secret) {
    var digest = Dump.sha256();
    return HexFormat.of()
        .formatHex(
            digest.digest(
                ("isonomia.secret " + secret).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  static String release() {
    return Optional.ofNullable(Backup.class.getPackage().getImplementationVersion())
        .orElse("unknown");
  }

  private static String schema(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT max(version::int) FROM isonomia.flyway_schema_history"
                    + " WHERE success AND version IS NOT NULL")) {
      row.next();
      return row.getString(1);
    }
  }
}
