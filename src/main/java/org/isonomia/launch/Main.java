package org.isonomia.launch;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * Starts Isonomia: the database, its tables, the application; says where it can be reached, and
 * stops all of it in order on Ctrl+C or SIGTERM.
 */
public final class Main {
  private final Console console = new Console();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Object stopLock = new Object();
  private DataFolder data;
  private EmbeddedPostgres postgres;
  private Server server;

  private Main() {}

  /** Starts the program; settings come from properties and environment, not from arguments. */
  public static void main(String[] arguments) {
    var main = new Main();
    try {
      if (arguments.length > 0) {
        throw StartRefused.because(
            "Isonomia takes no arguments; settings are named in README.md, for example "
                + Settings.environmentName(Settings.HTTP_PORT)
                + ".");
      }
      main.run();
    } catch (StartRefused e) {
      main.giveUp(e.getMessage(), e.exitCode());
    } catch (IOException | RuntimeException | Error e) {
      main.giveUp("Isonomia cannot start: " + e, StartRefused.FAILED);
    }
  }

  private void run() throws IOException {
    var settings =
        Settings.read(System.getProperties(), System.getenv(), Path.of("").toAbsolutePath());
    checkPort(settings);
    var war = war();
    data = DataFolder.take(settings.dataDir());
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
    } else {
      var external = settings.external().orElseThrow();
      url = external.url();
      runtimeUser = external.user();
      runtimePassword = external.password();
      console.say("Preparing the tables ...");
      Tables.prepare(
          url, external.migrationUser(), external.migrationPassword(), runtimeUser);
    }

    tellApplication(Settings.JDBC_URL, url + (url.contains("?") ? "&" : "?") + "currentSchema=" + Tables.SCHEMA);
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
    if (settings.demo()) {
      console.say("Demo city: sign in at " + settings.baseUrl() + "/sign-in");
    }
  }

  /** Settings reach the application through MicroProfile Config, whatever their source was. */
  private static void tellApplication(String name, String value) {
    System.setProperty(name, value);
  }

  private static void checkPort(Settings settings) throws IOException {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(settings.httpAddress(), settings.httpPort()));
    } catch (BindException e) {
      var message = e.getMessage() == null ? "" : e.getMessage();
      if (message.contains("assign")) {
        throw StartRefused.setting(
            Settings.HTTP_ADDRESS, "is not an address of this machine.");
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
    try {
      var jar = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      var war = jar.resolveSibling("isonomia.war");
      if (Files.isReadable(war)) {
        return war;
      }
      throw StartRefused.because("The application is missing: " + war + ".");
    } catch (URISyntaxException e) {
      throw StartRefused.because("The application cannot be found beside the program.", e);
    }
  }

  /**
   * Signals are taken before Java's shutdown begins, where the server's own hook would run beside
   * ours and the database could go first. The hook is for every other way out.
   */
  private void stopOnSignals() {
    for (var name : new String[] {"INT", "TERM"}) {
      Signal.handle(
          new Signal(name),
          signal ->
              new Thread(
                      () -> {
                        if (stopped.compareAndSet(false, true)) {
                          console.say("Stopping ...");
                          console.silenceOthers();
                          stop();
                          console.say("Isonomia has stopped.");
                          Runtime.getRuntime().exit(0);
                        }
                      },
                      "stop")
                  .start());
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-hook"));
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
