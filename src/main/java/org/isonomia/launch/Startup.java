package org.isonomia.launch;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import sun.misc.Signal;

/**
 * Starts Isonomia: the database, its tables, the application; says where it can be reached, and
 * stops all of it in order on Ctrl+C or SIGTERM.
 */
final class Startup {
  private static final Duration PORT_FREE_WITHIN = Duration.ofSeconds(3);
  private static final Duration POLL = Duration.ofMillis(50);

  private final Console console = new Console();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Object stopLock = new Object();
  private DataFolder data;
  private EmbeddedPostgres postgres;
  private Server server;

  /** Comes back when the program is ready; ends the process when it cannot be. */
  void run() {
    try {
      start();
    } catch (StartRefused e) {
      giveUp(e.getMessage(), e.exitCode());
    } catch (IOException | RuntimeException | Error e) {
      giveUp("Isonomia cannot start: " + e, StartRefused.FAILED);
    }
  }

  private void start() throws IOException {
    var settings =
        Settings.read(System.getProperties(), System.getenv(), Path.of("").toAbsolutePath());
    var war = war();
    data = DataFolder.take(settings.dataDir());
    if (Files.exists(data.root().resolve(Restore.UNFINISHED))) {
      throw StartRefused.because(
          "A restore into "
              + data.root()
              + " was cut off and what lies there is not whole; empty the folder and restore again.");
    }
    checkPort(settings);
    System.setProperty("java.io.tmpdir", data.temp().toString());
    stopOnSignals();

    String url;
    String runtimeUser;
    String runtimePassword;
    if (settings.embedded()) {
      console.say("Starting the database ...");
      postgres = EmbeddedPostgres.start(data, console);
      url = postgres.url();
      runtimeUser = EmbeddedPostgres.RUNTIME;
      runtimePassword = postgres.runtimePassword();
      console.say("Preparing the tables ...");
      Tables.prepare(url, EmbeddedPostgres.OWNER, postgres.ownerPassword(), runtimeUser);
      AuditMonths.drop(
          url, EmbeddedPostgres.OWNER, postgres.ownerPassword(), settings.auditMonths());
    } else {
      var external = settings.external().orElseThrow();
      url = external.url();
      runtimeUser = external.user();
      runtimePassword = external.password();
      ExternalPostgres.awaitReady(external);
      console.say("Preparing the tables ...");
      Tables.prepare(url, external.migrationUser(), external.migrationPassword(), runtimeUser);
      AuditMonths.drop(
          url, external.migrationUser(), external.migrationPassword(), settings.auditMonths());
    }

    tellApplication(
        Settings.JDBC_URL,
        url + (url.contains("?") ? "&" : "?") + "currentSchema=" + Tables.SCHEMA);
    tellApplication(Settings.JDBC_USER, runtimeUser);
    tellApplication(Settings.JDBC_PASSWORD, runtimePassword);
    tellApplication(Settings.HTTP_PORT, String.valueOf(settings.httpPort()));
    tellApplication(Settings.HTTP_ADDRESS, settings.httpAddress().getHostAddress());
    tellApplication(Settings.BASE_URL, settings.baseUrl().toString());
    tellApplication(Settings.DATA_DIR, data.root().toString());
    tellApplication(Settings.DEMO, String.valueOf(settings.demo()));
    tellApplication(
        Settings.SECRET,
        settings.secret().isPresent() ? settings.secret().get() : data.secret("application"));
    settings.forPages().forEach(Startup::tellApplication);
    // names and sources only: the administrator's page reads it, and says of a secret that it is
    // set
    tellApplication(
        "isonomia.settings.sources",
        settings.sources().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .sorted()
            .collect(Collectors.joining(",")));
    System.clearProperty(Settings.MIGRATION_USER);
    System.clearProperty(Settings.MIGRATION_PASSWORD);
    settings
        .mail()
        .ifPresent(
            mail -> {
              tellApplication(Settings.MAIL_HOST, mail.host());
              tellApplication(Settings.MAIL_PORT, String.valueOf(mail.port()));
              tellApplication(Settings.MAIL_FROM, mail.from());
              tellApplication(Settings.MAIL_STARTTLS, String.valueOf(mail.starttls()));
              mail.user().ifPresent(user -> tellApplication(Settings.MAIL_USER, user));
              mail.password()
                  .ifPresent(password -> tellApplication(Settings.MAIL_PASSWORD, password));
            });

    console.say("Starting the application ...");
    server = new Server(settings, data);
    server.start(war);
    server.awaitReady();
    console.say("Isonomia is ready: " + settings.baseUrl() + "/pl/");
    // the application says so by a property of this process, so that the link is in no log of the
    // server
    var firstAdministrator = System.getProperty("isonomia.first.administrator.link");
    if (firstAdministrator != null) {
      console.say(
          "No account yet. The first administrator opens this link, once: " + firstAdministrator);
    }
    if (settings.demo()) {
      console.say("Demo city: sign in at " + settings.baseUrl() + "/sign-in");
    } else if (!settings.contactsNotSet().isEmpty()) {
      console.say(
          "Warning: the pages show contacts of an invented office in Kraków until these settings are"
              + " given: "
              + String.join(", ", settings.contactsNotSet())
              + ".");
    }
  }

  /** Settings reach the application through MicroProfile Config, whatever their source was. */
  private static void tellApplication(String name, String value) {
    System.setProperty(name, value);
  }

  /** Says early and in words what the server would say late; one that ends just now may end. */
  private static void checkPort(Settings settings) throws IOException {
    long deadline = System.nanoTime() + PORT_FREE_WITHIN.toNanos();
    while (true) {
      try {
        tryPort(settings);
        return;
      } catch (StartRefused e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(POLL.toNanos());
      }
    }
  }

  private static void tryPort(Settings settings) throws IOException {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(settings.httpAddress(), settings.httpPort()));
    } catch (BindException e) {
      var message = e.getMessage() == null ? "" : e.getMessage();
      if (message.contains("assign")) {
        throw StartRefused.setting(Settings.HTTP_ADDRESS, "is not an address of this machine.");
      }
      if (message.contains("denied")) {
        throw StartRefused.setting(
            Settings.HTTP_PORT,
            "names port " + settings.httpPort() + ", which this user may not open.");
      }
      throw StartRefused.setting(
          Settings.HTTP_PORT,
          "names port "
              + settings.httpPort()
              + ", which is already in use; choose another ("
              + Settings.environmentName(Settings.HTTP_PORT)
              + ").");
    }
  }

  /** The application lies beside the launcher's jar. */
  private static Path war() {
    var war = InnerProcess.jar().resolveSibling("isonomia.war");
    if (!Files.isReadable(war)) {
      throw StartRefused.because("The application is missing: " + war + ".");
    }
    return war;
  }

  /**
   * Signals are taken before Java's shutdown begins, where the server's own hook would run beside
   * ours and the database could go first. The hook is for every other way out.
   */
  private void stopOnSignals() {
    for (var name : new String[] {"INT", "TERM"}) {
      Signal.handle(
          new Signal(name),
          signal -> {
            var thread = new Thread(this::stopInOrder, "stop");
            // the signal's thread is a daemon, and Java would not wait for its child
            thread.setDaemon(false);
            thread.start();
          });
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-hook"));
  }

  private void stopInOrder() {
    if (stopped.compareAndSet(false, true)) {
      console.say("Stopping ...");
      console.silenceOthers();
      stop();
      console.say("Isonomia has stopped.");
      // all hooks have nothing left to do, and the server's would say so
      Runtime.getRuntime().halt(0);
    }
  }

  private void giveUp(String sentence, int exitCode) {
    if (!stopped.compareAndSet(false, true)) {
      return; // a stop is under way and tore something down while it was starting
    }
    console.complain(sentence);
    console.silenceOthers();
    stop();
    Runtime.getRuntime().exit(exitCode);
  }

  private void stop() {
    synchronized (stopLock) {
      try {
        if (server != null) {
          server.stop();
        }
      } finally {
        try {
          if (postgres != null) {
            postgres.close();
          }
        } finally {
          closeData();
        }
      }
    }
  }

  private void closeData() {
    try {
      if (data != null) {
        data.close();
      }
    } catch (IOException e) {
      // the lock ends with the process
    }
  }
}
