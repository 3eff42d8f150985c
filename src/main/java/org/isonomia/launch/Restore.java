package org.isonomia.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isonomia.privacy.BackupLock;

/**
 * {@code restore FILE --shares FILE --ledger FILE}: an empty data folder (or an empty database of
 * the operator's own) becomes what the backup was. What the ledger says of erasures, withdrawals
 * and departures since then is noted down; the program does it again at its next start, before it
 * answers anybody.
 */
final class Restore {
  /** In the data folder while a restore is under way: what lies there is not yet a city. */
  static final String UNFINISHED = "restore.unfinished";

  static final String FINGERPRINT = "escrow-fingerprint";
  static final String APPLICATION_SECRET = "secret.application";
  static final String SECRET_DIGEST = "digest.application";
  static final String DISTANCE = "isonomia.restore.distance";

  private static final long DEFAULT_DISTANCE = 1000;
  private static final ZoneId CITY = ZoneId.of("Europe/Warsaw");
  private static final int PARTS = 2;
  private static final int TRIES = 5;
  private static final Pattern LEDGER_LINE =
      Pattern.compile("(\\d{1,18}) (\\S+) ([A-Z]{4,20}) (\\S{1,120})");

  private final Settings settings;
  private final Console console;

  Restore(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  /** An erasure, a withdrawal or a departure. */
  private record Line(long id, Instant at, String kind, String subject) {}

  private record Copies(Path database, Path shares) {}

  void run(Commands.Given given) throws IOException {
    var database = existing(given.place());
    var shares = given.path("--shares");
    if (shares == null) {
      throw StartRefused.because("The file of the erasure shares is missing.\n" + Commands.USAGE);
    }
    if (given.path("--ledger") == null && !given.options().containsKey("--without-ledger")) {
      throw StartRefused.because(
          "Without the ledger what was erased, withdrawn or ended since the backup would come"
              + " back. Name it with --ledger, or say --without-ledger if it is lost.");
    }
    var header = header(database, BackupFile.Kind.DATABASE);
    var sharesHeader = header(existing(shares), BackupFile.Kind.SHARES);
    if (sharesHeader.taken().isBefore(header.taken())) {
      throw StartRefused.because(
          "The shares are older ("
              + sharesHeader.taken()
              + ") than the backup ("
              + header.taken()
              + "): newer cases would stay closed. Take the newest shares, or an older backup.");
    }
    var ledger =
        given.path("--ledger") == null ? List.<Line>of() : ledger(existing(given.path("--ledger")));
    long distance = distance();
    requireEmpty();
    console.say(
        "Backup of "
            + header.taken()
            + ", schema "
            + header.schema()
            + ", shares of "
            + sharesHeader.taken()
            + ".");
    var opener = askParts();
    BackupFile.requireFor(header, opener, database);
    BackupFile.requireFor(sharesHeader, opener, shares);
    restore(new Copies(database, shares), header, opener, ledger, distance);
  }

  private static BackupFile.Header header(Path file, BackupFile.Kind kind) {
    var header = BackupFile.header(file);
    if (header.kind() != kind) {
      throw StartRefused.because(
          "The file "
              + file
              + " holds "
              + (header.kind() == BackupFile.Kind.SHARES
                  ? "erasure shares, not a backup."
                  : "a backup, not erasure shares."));
    }
    return header;
  }

  private static Path existing(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw StartRefused.because("The file " + file + " is not there or cannot be read.");
    }
    return file;
  }

  private long distance() {
    var text = settings.forPages().get(DISTANCE);
    if (text == null) {
      return DEFAULT_DISTANCE;
    }
    if (!text.matches("[1-9]\\d{0,6}")) {
      throw StartRefused.setting(DISTANCE, "must be a number from 1 to 9999999.");
    }
    return Long.parseLong(text);
  }

  // ------------------------------------------------------------------ the people with the parts

  private BackupLock.Opener askParts() {
    var parts = new ArrayList<String>();
    var terminal = System.console();
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    console.say("Two of the three escrow parts are needed. What is typed is not shown.");
    for (int tries = 0; parts.size() < PARTS; tries++) {
      console.say((parts.isEmpty() ? "First" : "Second") + " part:");
      var typed = terminal != null ? terminal.readPassword() : line(lines);
      if (typed == null) {
        throw StartRefused.because("Two parts are needed; nothing was restored.");
      }
      var part = new String(typed);
      if (BackupLock.isPart(part) && !sameNumber(parts, part)) {
        parts.add(part);
      } else if (terminal == null || tries >= TRIES) {
        throw StartRefused.because(
            "That is not a part of an escrow key, or the same part twice; nothing was restored.");
      } else {
        console.say("There is a slip in it, or it is the same part again. Once more, please.");
      }
    }
    return BackupLock.open(parts)
        .orElseThrow(
            () -> StartRefused.because("These two parts do not fit; nothing was restored."));
  }

  private static boolean sameNumber(List<String> parts, String part) {
    return parts.stream().anyMatch(p -> p.strip().charAt(0) == part.strip().charAt(0));
  }

  private static char[] line(BufferedReader lines) {
    try {
      var line = lines.readLine();
      return line == null ? null : line.toCharArray();
    } catch (IOException e) {
      return null;
    }
  }

  // ------------------------------------------------------------------ where it goes

  private void requireEmpty() throws IOException {
    if (!contents(settings.dataDir()).isEmpty()) {
      throw StartRefused.setting(
          Settings.DATA_DIR,
          "names a folder that is not empty: "
              + settings.dataDir()
              + ". A restore begins with an empty one.");
    }
    if (settings.external().isPresent()) {
      var external = settings.external().get();
      ExternalPostgres.awaitReady(external);
      try (var connection =
              DriverManager.getConnection(
                  external.url(), external.migrationUser(), external.migrationPassword());
          var row =
              connection
                  .createStatement()
                  .executeQuery(
                      "SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname IN ('"
                          + String.join("', '", allSchemas())
                          + "')")) {
        row.next();
        if (row.getLong(1) > 0) {
          throw StartRefused.setting(
              Settings.JDBC_URL, "names a database that is not empty. A restore begins with one.");
        }
      } catch (SQLException e) {
        throw StartRefused.because("The database did not answer (" + e.getSQLState() + ").", e);
      }
    }
  }

  private static List<String> allSchemas() {
    var all = new ArrayList<>(Dump.SCHEMAS);
    all.addAll(Dump.SHARES);
    return all;
  }

  private static List<Path> contents(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(f -> !f.toString().endsWith(".jsa")).toList();
    }
  }

  private void restore(
      Copies files,
      BackupFile.Header header,
      BackupLock.Opener opener,
      List<Line> ledger,
      long distance)
      throws IOException {
    boolean good = false;
    try (var data = DataFolder.take(settings.dataDir())) {
      var mark = data.root().resolve(UNFINISHED);
      Files.writeString(mark, "A restore is under way, or was cut off.\n");
      try {
        if (settings.embedded()) {
          console.say("Making a new database ...");
          try (var postgres = EmbeddedPostgres.start(data, console)) {
            fill(
                new Place(
                    postgres.url(),
                    EmbeddedPostgres.OWNER,
                    postgres.ownerPassword(),
                    EmbeddedPostgres.RUNTIME),
                files,
                header,
                opener,
                ledger,
                distance,
                data);
          }
        } else {
          var external = settings.external().orElseThrow();
          fill(
              new Place(
                  external.url(),
                  external.migrationUser(),
                  external.migrationPassword(),
                  external.user()),
              files,
              header,
              opener,
              ledger,
              distance,
              data);
        }
        Files.delete(mark);
        good = true;
      } finally {
        if (!good) {
          clear(data.root());
        }
      }
    }
    console.say("Restored. Start the program; it first does again what the ledger says.");
  }

  /** Nothing half-made stays; the folder was empty when this began. */
  private void clear(Path root) throws IOException {
    var database = root.resolve("database");
    if (Files.isSymbolicLink(database)) {
      DataFolder.deleteTree(database.toRealPath());
    }
    for (var file : contents(root)) {
      DataFolder.deleteTree(file);
    }
    if (settings.external().isPresent()) {
      var external = settings.external().get();
      try (var connection =
              DriverManager.getConnection(
                  external.url(), external.migrationUser(), external.migrationPassword());
          var statement = connection.createStatement()) {
        for (var schema : allSchemas()) {
          statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
        }
      } catch (SQLException e) {
        console.complain("The database could not be emptied again (" + e.getSQLState() + ").");
      }
    }
  }

  private record Place(String url, String owner, String password, String runtime) {
    @Override
    public String toString() {
      return "Place[" + owner + "]";
    }
  }

  private void fill(
      Place place,
      Copies files,
      BackupFile.Header header,
      BackupLock.Opener opener,
      List<Line> ledger,
      long distance,
      DataFolder data)
      throws IOException {
    console.say("Reading the backup ...");
    Load load;
    try (var connection =
        DriverManager.getConnection(place.url(), place.owner(), place.password())) {
      Tables.prepareAt(
          place.url(), place.owner(), place.password(), place.runtime(), header.schema());
      connection.setAutoCommit(false);
      load = new Load(connection, Dump.SCHEMAS);
      BackupFile.read(files.database(), opener, load::read);
      keepSecrets(load.secrets(), data);
      BackupFile.read(files.shares(), opener, new Load(connection, Dump.SHARES)::read);
      connection.commit();
    } catch (SQLException e) {
      throw StartRefused.because("The database did not take it (" + e.getSQLState() + ").", e);
    }
    console.say("Bringing the tables up to this release ...");
    Tables.prepare(place.url(), place.owner(), place.password(), place.runtime());
    try (var connection =
        DriverManager.getConnection(place.url(), place.owner(), place.password())) {
      connection.setAutoCommit(false);
      int replayed = finish(connection, load, header, ledger, distance);
      connection.commit();
      console.say(
          load.rows().values().stream().mapToLong(Long::longValue).sum()
              + " rows in "
              + load.rows().size()
              + " tables; to be done again from the ledger: "
              + replayed
              + "; new numbers begin "
              + distance
              + " later.");
    } catch (SQLException e) {
      throw StartRefused.because("The database did not take it (" + e.getSQLState() + ").", e);
    }
  }

  /** What the rows need: made here once, or in the settings, where it has to be the same. */
  private void keepSecrets(Properties secrets, DataFolder data) throws IOException {
    var digest = secrets.getProperty(SECRET_DIGEST);
    var kept = secrets.getProperty(APPLICATION_SECRET);
    if (settings.secret().isPresent()) {
      var given = Backup.digest(settings.secret().get());
      if (!given.equals(digest == null && kept != null ? Backup.digest(kept) : digest)) {
        throw StartRefused.setting(
            Settings.SECRET, "is not the one that this city had; nothing was restored.");
      }
    } else if (kept == null) {
      throw StartRefused.setting(
          Settings.SECRET, "is needed: this city had it in its settings. Nothing was restored.");
    }
    for (var name : secrets.stringPropertyNames()) {
      if (name.startsWith("secret.")
          && !(name.equals(APPLICATION_SECRET) && settings.secret().isPresent())) {
        data.keep(name, secrets.getProperty(name));
      }
    }
    var fingerprint = secrets.getProperty(FINGERPRINT);
    if (fingerprint != null) {
      Files.writeString(data.root().resolve(FINGERPRINT), fingerprint + "\n");
    }
  }

  private static int finish(
      Connection connection, Load load, BackupFile.Header header, List<Line> ledger, long distance)
      throws SQLException {
    Load.setAhead(connection, load.sequences(), distance, header.taken().atZone(CITY).getYear());
    int replayed = 0;
    try (var statement = connection.createStatement()) {
      // whoever had a job in hand is gone
      statement.execute(
          "UPDATE engine.act_ru_job SET lock_owner_ = NULL, lock_exp_time_ = NULL"
              + " WHERE lock_owner_ IS NOT NULL");
      try (var known =
              connection.prepareStatement(
                  "INSERT INTO isonomia.privacy_ledger (id, at, kind, subject)"
                      + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
          var replay =
              connection.prepareStatement(
                  "INSERT INTO isonomia.privacy_replay (ledger_id, kind, subject)"
                      + " VALUES (?, ?, ?)")) {
        for (var line : ledger) {
          known.setLong(1, line.id());
          known.setTimestamp(2, Timestamp.from(line.at()));
          known.setString(3, line.kind());
          known.setString(4, line.subject());
          if (known.executeUpdate() > 0) {
            replay.setLong(1, line.id());
            replay.setString(2, line.kind());
            replay.setString(3, line.subject());
            replay.executeUpdate();
            replayed++;
          }
        }
      }
      statement.execute(
          "SELECT pg_catalog.setval('isonomia.privacy_ledger_id', "
              + distance
              + " + greatest((SELECT coalesce(max(id), 0) FROM isonomia.privacy_ledger),"
              + " (SELECT last_value FROM isonomia.privacy_ledger_id)))");
    }
    return replayed;
  }

  /** The last line may be cut off: whoever wrote it was killed, and its act was in the database. */
  private List<Line> ledger(Path file) throws IOException {
    var found = new ArrayList<Line>();
    var text = Files.readString(file);
    var lines = new ArrayList<>(text.lines().toList());
    if (!text.isEmpty() && !text.endsWith("\n")) {
      // half a number would be another's number
      var cut = lines.remove(lines.size() - 1);
      console.say(
          "The last line of the ledger was not written to its end and is not replayed. Look what it"
              + " was, and do it again by hand: "
              + cut.replaceAll("[^A-Za-z0-9/._: -]", "?"));
    }
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var read = Optional.of(LEDGER_LINE.matcher(line)).filter(Matcher::matches);
      if (read.isPresent()) {
        var m = read.get();
        found.add(
            new Line(
                Long.parseLong(m.group(1)), Instant.parse(m.group(2)), m.group(3), m.group(4)));
      } else if (!line.isEmpty()) {
        throw damaged(file, i);
      }
    }
    return found;
  }

  private static StartRefused damaged(Path file, int line) {
    return StartRefused.because(
        "Line "
            + (line + 1)
            + " of the ledger "
            + file
            + " is damaged. Mend it or take it away, and restore again.");
  }
}
