package org.isonomia.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The packaged program as a child process, as an operator starts it: {@code java -jar
 * target/isonomia.jar} with a free port and a data folder of its own under {@code target}. What it
 * prints is kept in {@code target/program-<name>.log}, through all its restarts.
 */
public final class Program implements AutoCloseable {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  // a quiet machine needs some 15 seconds, a busy one has been seen to need four minutes
  private static final Duration READY_WITHIN = Duration.ofMinutes(6);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(60);

  /** After it has stopped, the first run of a build writes the archive of classes. */
  private static final Duration ARCHIVE_WITHIN = Duration.ofMinutes(4);

  private static final String STOPPED = "Isonomia has stopped.\n";
  private static final long PAUSE_MILLIS = 50;
  // below the range systems take ports of outgoing connections from
  private static final int FIRST_PORT = 18_200;
  private static final int LAST_PORT = 31_000;
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  /** In a setting, the port that the program gets. */
  public static final String PORT = "{port}";

  private static Program shared;

  private final String name;
  private final Map<String, String> settings;
  private final Path data;
  private final int port;
  private Process process;

  private Program(String name, Map<String, String> settings) {
    this.name = name;
    this.settings = new HashMap<>(settings);
    this.data = TARGET.resolve("data-" + name);
    this.port = freePort();
    this.settings.putIfAbsent("isonomia.http.port", String.valueOf(port)); // a test may misset it
    this.settings.putIfAbsent("isonomia.data.dir", data.toString());
    this.settings.replaceAll((key, value) -> value.replace(PORT, String.valueOf(port)));
  }

  /**
   * One program with the demo city for all tests of this JVM that do not disturb it; it is stopped
   * when the JVM ends.
   */
  public static synchronized Program shared() {
    if (shared == null) {
      shared = start("shared", Map.of("isonomia.demo", "true"));
      Runtime.getRuntime().addShutdownHook(new Thread(shared::stop, "stop-shared-program"));
    }
    return shared;
  }

  /**
   * When a demo city begins whose stories are played on their very days: before the first of them,
   * whatever day it is where the test runs.
   */
  public static final String BEFORE_THE_STORIES = "2026-11-02T09:00:00+01:00";

  /**
   * Starts a program on a new, empty data folder and waits until it is ready.
   *
   * @param name part of the names of its log and data folder
   * @param settings by their names, such as {@code isonomia.demo}
   * @throws IllegalStateException with what it printed, when it does not get ready in six minutes
   */
  public static Program start(String name, Map<String, String> settings) {
    var program = prepare(name, settings);
    program.launch();
    try {
      program.awaitReady();
    } catch (IllegalStateException e) {
      program.close();
      throw e;
    }
    return program;
  }

  /** A program on a new, empty data folder that is not yet started. */
  public static Program prepare(String name, Map<String, String> settings) {
    var program = new Program(name, settings);
    try {
      deleteTree(program.data);
      Files.deleteIfExists(program.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return program;
  }

  /** Starts the process and returns at once. */
  public void launch() {
    launch(TARGET.resolve("isonomia.jar"));
  }

  /** Starts another jar than the packaged one, and returns at once. */
  public void launch(Path jar) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toAbsolutePath().toString()));
    var builder =
        new ProcessBuilder(command)
            .directory(TARGET.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    configure(builder);
    try {
      Files.writeString(log(), "--- start\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How a command of the program ended. */
  public record Ended(int code, String said) {}

  /**
   * Runs a command of the program to its end, with this program's settings.
   *
   * @param typed what the operator types, line by line
   */
  public Ended command(List<String> typed, String... words) throws IOException {
    var said = TARGET.resolve("command-" + name + ".log");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                TARGET.resolve("isonomia.jar").toString()));
    command.addAll(List.of(words));
    var builder =
        new ProcessBuilder(command)
            .directory(TARGET.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    configure(builder);
    var running = builder.start();
    try (var keyboard = running.outputWriter()) {
      for (var line : typed) {
        keyboard.write(line + "\n");
      }
    } catch (IOException e) {
      // it did not want to read any further
    }
    try {
      if (!running.waitFor(READY_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
      return new Ended(running.waitFor(), Files.readString(said));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void configure(ProcessBuilder builder) {
    builder.environment().keySet().removeIf(key -> key.startsWith("ISONOMIA_"));
    settings.forEach(
        (key, value) ->
            builder
                .environment()
                .put(key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT), value));
  }

  /** Waits for {@code /health/ready}; fails at once when the process ends. */
  public void awaitReady() {
    long deadline = System.nanoTime() + READY_WITHIN.toNanos();
    while (System.nanoTime() < deadline) {
      if (isReady()) {
        return;
      }
      if (hasEndedWithin(Duration.ofMillis(PAUSE_MILLIS))) {
        throw new IllegalStateException(
            "the program ended with " + process.exitValue() + ":\n" + output());
      }
    }
    throw new IllegalStateException("the program did not get ready:\n" + output());
  }

  public boolean isReady() {
    try {
      return get("/health/ready").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** A plain GET, redirects not followed. */
  public HttpResponse<String> get(String path) throws IOException {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(baseUrl().resolve(path)).timeout(Duration.ofSeconds(20)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** {@code http://127.0.0.1:port}, without a slash at the end. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public ProcessHandle process() {
    return process.toHandle();
  }

  public Path dataFolder() {
    return data;
  }

  /** Everything it printed so far, through all its restarts. */
  public String output() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path log() {
    return TARGET.resolve("program-" + name + ".log");
  }

  /** Process id of its PostgreSQL's postmaster; 0 when there is none. */
  public long postgresPid() {
    var lines = postmasterFile();
    return lines.isEmpty() ? 0 : Long.parseLong(lines.get(0).strip());
  }

  /** A connection as the database's superuser, to look at everything from outside. */
  public Connection database() throws SQLException {
    return database("isonomia_root", "superuser");
  }

  /** A connection as the role the application uses. */
  public Connection databaseAsApplication() throws SQLException {
    return database("isonomia_app", "runtime");
  }

  private Connection database(String user, String passwordName) throws SQLException {
    var kept = new Properties();
    try (var in = Files.newBufferedReader(data.resolve("kept.properties"))) {
      kept.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:"
            + postmasterFile().get(3).strip()
            + "/isonomia?currentSchema=isonomia",
        user,
        kept.getProperty("secret.database." + passwordName));
  }

  private List<String> postmasterFile() {
    try {
      return Files.readAllLines(data.resolve("database/cluster/postmaster.pid"));
    } catch (IOException e) {
      return List.of();
    }
  }

  /** SIGTERM, then waits for the end. */
  public void stop() {
    if (process == null) {
      return;
    }
    process.destroy();
    long deadline = System.nanoTime() + STOP_WITHIN.toNanos();
    boolean stopped = false;
    while (!stopped && System.nanoTime() < deadline) {
      stopped = hasEndedWithin(Duration.ofMillis(PAUSE_MILLIS)) || output().endsWith(STOPPED);
    }
    if (!stopped || !hasEndedWithin(ARCHIVE_WITHIN)) {
      var working = workingProcess();
      process.destroyForcibly();
      working.ifPresent(ProcessHandle::destroyForcibly);
      throw new IllegalStateException("the program did not stop:\n" + output());
    }
  }

  /** SIGKILL to the program, its working process first; its PostgreSQL lives on. */
  public void kill9() {
    var working = workingProcess();
    working.ifPresent(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    hasEndedWithin(STOP_WITHIN);
    working.ifPresent(handle -> handle.onExit().join());
  }

  /** The process that does the work; {@code java -jar} itself only starts and watches it. */
  public Optional<ProcessHandle> workingProcess() {
    return process.children().findFirst();
  }

  /**
   * What the working process holds in its heap, in megabytes: everything that nobody holds any more
   * is collected first. What the process has taken from the system would not tell, because free
   * heap takes in a lot.
   */
  public long heldMegabytes() {
    var pid = String.valueOf(workingProcess().orElseThrow().pid());
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      var histogram = new ProcessBuilder(jcmd, pid, "GC.class_histogram").start();
      try (var lines = histogram.inputReader().lines()) {
        return lines
            .filter(line -> line.startsWith("Total"))
            .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[2]) / (1024 * 1024))
            .findFirst()
            .orElseThrow();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL to the postmaster alone. */
  public void kill9Postgres() {
    ProcessHandle.of(postgresPid()).orElseThrow().destroyForcibly();
  }

  /** Starts again on the same data and the same port, and waits until it is ready. */
  public void restart() {
    launch();
    awaitReady();
  }

  /** Whether the process has ended, waiting at most so long for it. */
  public boolean hasEndedWithin(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public int exitValue() {
    return process.exitValue();
  }

  /** Stops program and database, also those that a test has left behind. */
  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      stop();
    }
    ProcessHandle.of(postgresPid())
        .filter(handle -> handle.info().command().orElse("").endsWith("/postgres"))
        .ifPresent(ProcessHandle::destroyForcibly);
  }

  /**
   * Asks again and again until the answer is yes.
   *
   * @throws AssertionError naming what did not come true in that time
   */
  public void await(String what, Duration patience, Callable<Boolean> question) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        if (question.call()) {
          return;
        }
      } catch (Exception e) {
        // not yet
      }
      hasEndedWithin(Duration.ofMillis(PAUSE_MILLIS));
    }
    throw new AssertionError("not within " + patience + ": " + what + "\n" + output());
  }

  private static int freePort() {
    while (true) {
      int candidate = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
      try (var socket = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // taken
      }
    }
  }

  private static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
