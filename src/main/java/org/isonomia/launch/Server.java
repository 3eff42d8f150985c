package org.isonomia.launch;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.isonomia.shared.Turns;

/** Payara Micro with the application in it. */
final class Server {
  private static final Duration READY_WITHIN = Duration.ofSeconds(120);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int FEWEST_THREADS = 4;

  /** Most of them only wait, for a slow body or in a line: see {@link Turns}. */
  static final int MOST_THREADS = 400;

  private static final String LISTENER =
      "configs.config.server-config.network-config.network-listeners.network-listener.http-listener";
  private static final String HTTP =
      "configs.config.server-config.network-config.protocols.protocol.http-listener.http";

  private final Settings settings;
  private final DataFolder data;
  private PayaraMicroRuntime runtime;

  Server(Settings settings, DataFolder data) {
    this.settings = settings;
    this.data = data;
  }

  /**
   * Starts the server and deploys the application.
   *
   * @param war the packed application
   * @throws StartRefused with the root cause when it does not come up
   */
  void start(Path war) throws IOException {
    var logging = data.closed("server-config").resolve("logging.properties");
    Files.writeString(logging, loggingProperties());
    var root = layOut();
    var payara = PayaraMicro.getInstance();
    payara.setHttpPort(settings.httpPort());
    payara.setMinHttpThreads(FEWEST_THREADS);
    payara.setMaxHttpThreads(MOST_THREADS);
    payara.setNoHazelcast(true);
    payara.setPrintLogo(false);
    payara.setRootDir(root.toFile());
    payara.setLogPropertiesFile(logging.toFile());
    payara.setPreBootHandler(
        commands -> {
          set(commands, LISTENER + ".address", settings.httpAddress().getHostAddress());
          set(commands, HTTP + ".compression", "on");
          set(
              commands,
              HTTP + ".compressable-mime-type",
              "text/html,text/css,text/plain,text/csv,text/javascript,application/javascript,"
                  + "application/json,application/problem+json,application/xml,image/svg+xml,"
                  + "font/ttf,font/otf");
          set(commands, HTTP + ".compression-min-size-bytes", "1024");
          set(commands, HTTP + ".xpowered-by", "false");
          set(commands, HTTP + ".server-header", "false");
          set(commands, HTTP + ".request-timeout-seconds", "120");
          // for so long may also wait who comes when all threads are taken
          set(commands, HTTP + ".timeout-seconds", "90");
          set(commands, HTTP + ".max-form-post-size-bytes", "1048576");
          // whoever sends a large video by mistake shall read why it was refused, which a browser
          // does once all is sent; nobody makes us read without an end
          set(commands, HTTP + ".max-swallowing-input-bytes", "419430400");
          // no line of any log may hold a resident's address
          set(
              commands,
              "configs.config.server-config.http-service.access-logging-enabled",
              "false");
          // nothing is told to anybody outside
          set(
              commands,
              "configs.config.server-config.phone-home-runtime-configuration.enabled",
              "false");
          set(
              commands,
              "configs.config.server-config.microprofile-metrics-configuration.enabled",
              "false");
        });
    // the contract is described at /api/openapi.yaml; the server's own guess at it stays inside
    payara.setPostBootHandler(
        commands -> commands.run("set-openapi-configuration", "--enabled=false"));
    var cause = new RootCause();
    try {
      runtime = payara.bootStrap();
      Logger.getLogger("").addHandler(cause);
      QuietLog.starting(true);
      runtime.deploy("isonomia", "/", war.toFile());
    } catch (BootstrapException e) {
      throw StartRefused.because("The server did not start: " + RootCause.of(e), e);
    } finally {
      QuietLog.starting(false);
      Logger.getLogger("").removeHandler(cause);
    }
    if (runtime.getDeployedApplicationNames().isEmpty()) {
      var story = data.root().resolve("failed-start.log");
      Files.writeString(story, cause.story());
      throw StartRefused.because(
          "The application did not start: "
              + cause.sentence()
              + " (the whole story: "
              + story
              + ")");
    }
  }

  /**
   * Makes the server's root folder anew: it keeps what was deployed and would bring back the
   * application of the last start.
   */
  private Path layOut() throws IOException {
    DataFolder.deleteTree(data.closed("server"));
    var root = data.closed("server");
    var home = InnerProcess.jar().resolveSibling("lib").resolve("payara");
    for (var part : List.of("config", "docroot", "lib")) {
      var from = home.resolve(part);
      try (Stream<Path> files = Files.walk(from)) {
        for (var file : files.toList()) {
          Files.copy(file, root.resolve(home.relativize(file)));
        }
      }
    }
    // its own page of a refusal ends with its name and version, until the application has the port
    var brand = root.resolve("config").resolve("branding").resolve("glassfish-version.properties");
    Files.writeString(
        brand,
        Files.readString(brand)
            .replaceAll("(?m)^(product_name|(major|minor|update)_version)=.*$", "$1="));
    // what the server's own launcher says when its libraries are plain jars
    System.setProperty(
        "fish.payara.micro.BootJar", home.resolve("launch-micro.jar").toUri().toString());
    System.setProperty("fish.payara.micro.UnpackDir", home.toString());
    return root;
  }

  /**
   * Waits until the application says that it can serve.
   *
   * @throws StartRefused when it does not within two minutes
   */
  void awaitReady() {
    long deadline = System.nanoTime() + READY_WITHIN.toNanos();
    var answer = "no answer";
    while (System.nanoTime() < deadline) {
      try {
        var url = URI.create(settings.localUrl() + "/health/ready").toURL();
        var connection = (HttpURLConnection) url.openConnection();
        connection.setConnectTimeout(2000);
        connection.setReadTimeout(10_000);
        int status = connection.getResponseCode();
        if (status == HttpURLConnection.HTTP_OK) {
          return;
        }
        try (var body = connection.getErrorStream()) {
          answer =
              status
                  + (body == null
                      ? ""
                      : " " + new String(body.readNBytes(2000), StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        answer = e.getClass().getSimpleName();
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    throw StartRefused.because("The application does not get ready: " + answer);
  }

  /** Stops the server; requests that are under way may end. */
  void stop() {
    if (runtime == null) {
      return;
    }
    try {
      runtime.shutdown();
    } catch (BootstrapException | RuntimeException e) {
      // the server's own shutdown hook was faster
    }
  }

  private static void set(AdminCommandRunner commands, String name, String value) {
    commands.run("set", name + "=" + value);
  }

  private String loggingProperties() {
    return String.join(
        "\n",
        "handlers=java.util.logging.ConsoleHandler",
        "java.util.logging.ConsoleHandler.level=FINE",
        "java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter",
        settings.verboseLog()
            ? ""
            : "java.util.logging.ConsoleHandler.filter=" + QuietLog.class.getName(),
        "java.util.logging.SimpleFormatter.format=%1$tF %1$tT %4$s %3$s: %5$s%6$s%n",
        ".level=" + (settings.verboseLog() ? "INFO" : "WARNING"),
        // prints the whole certificate of each authority that has expired
        "javax.enterprise.system.security.ssl.level=SEVERE",
        // tells the whole address of a form that was sent without fields
        "org.glassfish.jersey.servlet.WebComponent.level=SEVERE",
        "org.isonomia.level=INFO",
        "org.flywaydb.level=SEVERE",
        "");
  }

  /** Remembers what went wrong, to say it in one sentence and to write the rest into a file. */
  private static final class RootCause extends Handler {
    private static final int STORY_LIMIT = 1_000_000;

    private final StringBuilder story = new StringBuilder();
    private String message;
    private Throwable thrown;

    @Override
    public synchronized void publish(LogRecord entry) {
      if (story.length() < STORY_LIMIT) {
        story.append(new SimpleFormatter().format(entry));
      }
      if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
        message = message == null ? entry.getMessage() : message;
        thrown = thrown == null ? entry.getThrown() : thrown;
      }
    }

    synchronized String sentence() {
      return thrown != null ? of(thrown) : message != null ? message : "the server gave no reason";
    }

    synchronized String story() {
      return story.toString();
    }

    static String of(Throwable thrown) {
      var cause = thrown;
      while (cause.getCause() != null && cause.getCause() != cause) {
        cause = cause.getCause();
      }
      return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
