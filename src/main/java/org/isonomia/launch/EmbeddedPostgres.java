package org.isonomia.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A durable PostgreSQL of our own: one cluster in the data folder, on loopback only, every commit
 * on disk before it is answered. It outlives a killed program and is then adopted by the next one;
 * when it dies alone it is started again on the same port and data.
 *
 * <p>Three roles: the superuser belongs to the launcher, {@link #OWNER} owns the tables and runs
 * the migrations, {@link #RUNTIME} is the application's.
 */
final class EmbeddedPostgres implements AutoCloseable {
  static final String DATABASE = "isonomia";
  static final String OWNER = "isonomia_owner";
  static final String RUNTIME = "isonomia_app";

  private static final Path ELSEWHERE = Path.of("/var/lib/isonomia");
  static final String SUPERUSER = "isonomia_root";
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration READY_WITHIN = Duration.ofMinutes(5);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(25);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final int LOG_LIMIT_BYTES = 5_000_000;
  // below the range systems take ports of outgoing connections from, so that a restart finds it
  private static final int FIRST_PORT = 15_000;
  private static final int LAST_PORT = 32_000;

  private final DataFolder data;
  private final Console console;
  private final Path binaries;
  private final Path folder;
  private final Path cluster;
  private final DatabaseUser user;
  private final String password;
  private int port;
  private ProcessHandle postmaster;
  private volatile boolean stopping;

  private EmbeddedPostgres(DataFolder data, Console console) throws IOException {
    this.data = data;
    this.console = console;
    var home = home(data.root());
    this.binaries = PostgresBinaries.unpack(home);
    this.folder = databaseFolder(home);
    this.cluster = folder.resolve("cluster");
    this.user = DatabaseUser.find(folder, binaries).orElseThrow();
    if (Files.exists(cluster) && !Files.exists(data.root().resolve(DataFolder.KEPT))) {
      throw StartRefused.because(
          "The file "
              + DataFolder.KEPT
              + " with the database's passwords is missing from "
              + data.root()
              + "; put it back from the backup.");
    }
    this.password = data.secret("database.superuser");
  }

  /**
   * Where programs and data of the database lie: in the data folder. When root has started the
   * program in a folder of its own (say /root) on a machine without user namespaces (say a
   * container), no other user can pass there; then it is a folder of the system, and the data
   * folder holds a link to it.
   */
  private Path home(Path root) throws IOException {
    var link = root.resolve("database");
    if (Files.isSymbolicLink(link)) {
      return link.toRealPath().getParent();
    }
    if (DatabaseUser.find(databaseFolder(root), PostgresBinaries.unpack(root)).isPresent()) {
      return root;
    }
    var elsewhere =
        ELSEWHERE.resolve(
            root.getFileName() + "-" + Integer.toHexString(root.toString().hashCode()));
    for (var folder : List.of(ELSEWHERE, elsewhere)) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }
    var database = databaseFolder(elsewhere);
    if (Files.exists(link.resolve("cluster"))
        || DatabaseUser.find(database, PostgresBinaries.unpack(elsewhere)).isEmpty()) {
      throw StartRefused.because(
          "PostgreSQL does not run as root, and neither setpriv to the users postgres or nobody nor"
              + " unshare -U works here with "
              + link
              + "; start Isonomia as another user, install util-linux, or set "
              + Settings.DATA_DIR
              + " to a folder that such a user can reach.");
    }
    Files.delete(link);
    Files.createSymbolicLink(link, database);
    console.say("The database lies in " + database + ", where its user can reach it.");
    return elsewhere;
  }

  private static Path databaseFolder(Path home) throws IOException {
    var folder = home.resolve("database");
    if (!Files.exists(folder)) {
      Files.createDirectory(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    return folder;
  }

  /**
   * Starts or adopts the database of the data folder and makes its roles.
   *
   * @throws StartRefused when it does not answer
   */
  static EmbeddedPostgres start(DataFolder data, Console console) throws IOException {
    var postgres = new EmbeddedPostgres(data, console);
    try {
      postgres.create();
      postgres.run();
      postgres.prepareRoles();
    } catch (SQLException e) {
      postgres.close();
      throw StartRefused.because(
          "The roles of the database could not be prepared (" + e.getSQLState() + ").", e);
    } catch (IOException | RuntimeException e) {
      postgres.close();
      throw e;
    }
    var watch = new Thread(postgres::watch, "postgres-watch");
    watch.setDaemon(true);
    watch.start();
    return postgres;
  }

  String url() {
    return url(DATABASE);
  }

  String ownerPassword() throws IOException {
    return data.secret("database.owner");
  }

  String runtimePassword() throws IOException {
    return data.secret("database.runtime");
  }

  /** Stops the database: open transactions are rolled back, committed ones are on disk. */
  @Override
  public void close() {
    stopping = true; // a start that is under way sees it and lets go of the monitor
    synchronized (this) {
      stop();
    }
  }

  private void stop() {
    if (postmaster == null || !postmaster.isAlive()) {
      return;
    }
    try {
      if (pgCtlStop("fast") != 0 && postmaster.isAlive()) {
        pgCtlStop("immediate"); // the next start recovers from the log; nothing committed is lost
      }
    } catch (IOException e) {
      postmaster.destroy();
    }
  }

  private int pgCtlStop(String mode) throws IOException {
    return execute(
        "pg_ctl",
        "stop",
        "-D",
        cluster.toString(),
        "-m",
        mode,
        "-w",
        "-t",
        String.valueOf(STOP_WITHIN.toSeconds()));
  }

  private String url(String database) {
    return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database;
  }

  private void create() throws IOException {
    if (Files.exists(cluster)) {
      var version = Files.readString(cluster.resolve("PG_VERSION")).strip();
      if (!version.equals(PostgresBinaries.MAJOR_VERSION)) {
        throw StartRefused.because(
            "The data in "
                + cluster
                + " belong to PostgreSQL "
                + version
                + ", this program brings "
                + PostgresBinaries.MAJOR_VERSION
                + ".");
      }
      return;
    }
    // made beside and then moved, so that a start that was cut off leaves nothing half-made
    var half = folder.resolve("cluster.half");
    DataFolder.deleteTree(half);
    var passwordFile = Files.createTempFile(folder, "password", "");
    try {
      Files.writeString(passwordFile, password);
      user.own(passwordFile);
      int code =
          execute(
              "initdb",
              "--pgdata=" + half,
              "--username=" + SUPERUSER,
              "--auth=scram-sha-256",
              "--pwfile=" + passwordFile,
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--locale=C.UTF-8",
              "--data-checksums");
      if (code != 0) {
        throw StartRefused.because(
            "The database could not be created; its reasons are in " + log() + ".");
      }
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Starts it, or takes over the one that a killed program left running. */
  private synchronized void run() throws IOException {
    long deadline = System.nanoTime() + READY_WITHIN.toNanos();
    var pause = POLL;
    while (!stopping) {
      var running = running();
      if (running.isPresent()) {
        postmaster = running.get().process();
        port = running.get().port();
      } else {
        choosePort();
        postmaster = launch();
      }
      if (awaitReady(deadline)) {
        return;
      }
      // it went away while we asked: an old one that was about to stop, or its last servers still
      // hold the shared memory of a killed one
      if (System.nanoTime() > deadline) {
        throw StartRefused.because("The database did not start; its reasons are in " + log() + ".");
      }
      LockSupport.parkNanos(pause.toNanos());
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }

  private record Running(ProcessHandle process, int port) {}

  /** The postmaster of this cluster, if it is alive; a stale pid file is taken away. */
  private Optional<Running> running() throws IOException {
    var pidFile = cluster.resolve("postmaster.pid");
    List<String> lines;
    try {
      lines = Files.readAllLines(pidFile);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    try {
      var process = ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
      if (process.isPresent() && isOurs(process.get()) && lines.size() > 3) {
        return Optional.of(new Running(process.get(), Integer.parseInt(lines.get(3).strip())));
      }
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      // cut off while it was written
    }
    if (postmaster == null || !postmaster.isAlive()) {
      // the number in it may belong to another process by now, and PostgreSQL would then refuse
      Files.deleteIfExists(pidFile);
    }
    return Optional.empty();
  }

  private boolean isOurs(ProcessHandle process) {
    var info = process.info();
    return process.isAlive()
        && info.command().map(command -> command.endsWith("/postgres")).orElse(false)
        && info.arguments()
            .map(arguments -> List.of(arguments).contains(cluster.toString()))
            .orElse(true);
  }

  private void choosePort() throws IOException {
    int remembered = Integer.parseInt(data.kept("database.port", () -> "0"));
    if (port != 0) {
      return; // the application is connected to it; a restart has to come back there
    }
    int candidate = remembered;
    while (candidate == 0 || !isFree(candidate)) {
      candidate = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
    }
    port = candidate;
    if (port != remembered) {
      data.keep("database.port", String.valueOf(port));
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private ProcessHandle launch() throws IOException {
    var settings =
        List.of(
            "listen_addresses=" + LOOPBACK,
            "unix_socket_directories=",
            "port=" + port,
            "max_connections=200", // the application takes up to 90; backups and benchmarks come
            // beside
            "timezone=UTC",
            "log_timezone=UTC",
            // durability is the point of it: say so, whatever a configuration file says
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "idle_in_transaction_session_timeout=5min",
            // statements and details carry what residents wrote: never into a log
            "log_statement=none",
            "log_min_error_statement=panic",
            "log_min_messages=warning",
            "log_error_verbosity=terse",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0");
    var arguments = new ArrayList<>(List.of("-D", cluster.toString()));
    for (var setting : settings) {
      arguments.add("-c");
      arguments.add(setting);
    }
    var command = new ArrayList<String>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      // a session of its own: Ctrl+C at the console is for the program, which stops it in order
      command.add("/usr/bin/setsid");
    }
    command.addAll(
        user.command(binaries.resolve("bin/postgres"), arguments.toArray(String[]::new)));
    return start(command).toHandle();
  }

  private boolean awaitReady(long deadline) throws IOException {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!stopping && System.nanoTime() < deadline) {
      try (var connection = connect("postgres")) {
        checkCluster(connection);
        return true;
      } catch (SQLException e) {
        if ("28P01".equals(e.getSQLState())) {
          throw StartRefused.because(
              "The database refuses the password in "
                  + DataFolder.KEPT
                  + "; put the file back that belongs to these data.",
              e);
        }
      }
      if (!postmaster.isAlive()) {
        return false;
      }
      if (patience != 0 && System.nanoTime() > patience) {
        console.say("The database is still getting ready ...");
        patience = deadline;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return false;
  }

  /** The port could belong to another cluster with the same passwords: a copy of the folder. */
  private void checkCluster(Connection connection) throws SQLException, IOException {
    try (var result = connection.createStatement().executeQuery("SHOW data_directory")) {
      result.next();
      var served = Path.of(result.getString(1));
      if (!served.toRealPath().equals(cluster.toRealPath())) {
        throw StartRefused.because(
            "Port " + port + " belongs to another database, in " + served + "; stop that one.");
      }
    }
  }

  private Connection connect(String database) throws SQLException {
    var source = new PGSimpleDataSource();
    source.setUrl(url(database));
    source.setUser(SUPERUSER);
    source.setPassword(password);
    source.setConnectTimeout(2);
    source.setLoginTimeout(5);
    source.setSocketTimeout(60);
    return source.getConnection();
  }

  private void prepareRoles() throws SQLException, IOException {
    try (var connection = connect("postgres");
        var statement = connection.createStatement()) {
      for (var role : List.of(OWNER, RUNTIME)) {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
          statement.execute("CREATE ROLE " + role + " NOSUPERUSER NOCREATEDB NOCREATEROLE");
        }
        // each time, so that passwords can be renewed by taking them out of the file
        var secret = role.equals(OWNER) ? ownerPassword() : runtimePassword();
        statement.execute("ALTER ROLE " + role + " LOGIN PASSWORD '" + secret + "'");
      }
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
        statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
      }
      statement.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
      statement.execute("REVOKE ALL ON DATABASE postgres FROM PUBLIC");
      statement.execute("GRANT CONNECT ON DATABASE " + DATABASE + " TO " + RUNTIME);
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private void watch() {
    while (!stopping) {
      CompletableFuture<ProcessHandle> exit;
      synchronized (this) {
        exit = postmaster.onExit();
      }
      exit.join();
      if (stopping) {
        return;
      }
      console.say("The database stopped by itself; starting it again ...");
      while (!stopping) {
        try {
          run();
          if (!stopping) {
            console.say("The database is back.");
          }
          break;
        } catch (IOException | RuntimeException e) {
          console.complain(
              e instanceof StartRefused refused
                  ? refused.getMessage()
                  : "The database could not be started again; trying on.");
          LockSupport.parkNanos(LONGEST_PAUSE.toNanos());
        }
      }
    }
  }

  private Path log() {
    return data.root().resolve("database.log");
  }

  private Process start(List<String> command) throws IOException {
    var log = log();
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
      Files.move(log, log.resolveSibling("database.log.old"), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(log)) {
      Files.createFile(
          log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // nothing of the program's environment, which may hold passwords, goes to the database
    builder.environment().keySet().retainAll(List.of("PATH", "TMPDIR"));
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  private int execute(String program, String... arguments) throws IOException {
    var process = start(user.command(binaries.resolve("bin").resolve(program), arguments));
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
      throw new IOException("interrupted", e);
    }
  }
}
