package org.isonomia.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.isonomia.journey.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The packaged program starts, says why when it cannot, survives kills and stops in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LaunchIT {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static Program program;

  @BeforeAll
  static void start() {
    program = Program.start("launch", Map.of("isonomia.demo", "false"));
  }

  @AfterAll
  static void end() {
    if (program != null) {
      program.close();
    }
  }

  @Test
  @Order(1)
  void it_says_where_it_can_be_reached_and_nothing_alarming() {
    // whoever asks the health check may be a moment faster than the sentence
    program.await(
        "it says that it is ready", MINUTE, () -> program.output().contains("Isonomia is ready"));
    assertThat(program.output())
        .contains("Starting the database ...")
        .contains("Preparing the tables ...")
        .contains("Starting the application ...")
        .contains("Isonomia is ready: " + program.baseUrl() + "/pl/")
        .contains("until these settings are given: isonomia.contact.phone, ")
        .doesNotContain("Demo city")
        .doesNotContain("SEVERE", "Exception", "\tat ");
  }

  @Test
  @Order(2)
  void the_database_is_durable_and_keeps_residents_words_out_of_its_log() throws SQLException {
    try (var connection = program.database();
        var statement = connection.createStatement()) {
      for (var expected :
          Map.of(
                  "fsync", "on",
                  "synchronous_commit", "on",
                  "full_page_writes", "on",
                  "data_checksums", "on",
                  "password_encryption", "scram-sha-256",
                  "listen_addresses", "127.0.0.1",
                  "log_timezone", "UTC",
                  "log_statement", "none",
                  "log_min_error_statement", "panic",
                  "log_error_verbosity", "terse")
              .entrySet()) {
        var result = statement.executeQuery("SHOW " + expected.getKey());
        result.next();
        assertThat(result.getString(1)).as(expected.getKey()).isEqualTo(expected.getValue());
      }
      // the zone of a session is its client's; the server's own is what its log is written in
      var zone = statement.executeQuery("SHOW log_timezone");
      zone.next();
      assertThat(zone.getString(1)).isIn("UTC", "Etc/UTC", "GMT");
    }
  }

  @Test
  @Order(3)
  void the_application_s_role_owns_nothing_and_cannot_empty_a_table() throws SQLException {
    try (var connection = program.database();
        var statement = connection.createStatement()) {
      var owned =
          statement.executeQuery(
              "SELECT count(*) FROM pg_class WHERE relowner = 'isonomia_app'::regrole");
      owned.next();
      assertThat(owned.getInt(1)).isZero();
      var rights =
          statement.executeQuery(
              "SELECT n.nspname || '.' || c.relname AS name,"
                  + " has_table_privilege('isonomia_app', c.oid, 'TRUNCATE') AS truncate,"
                  + " has_table_privilege('isonomia_app', c.oid, 'UPDATE, DELETE') AS change"
                  + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                  + " WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('isonomia', 'engine')");
      int tables = 0;
      while (rights.next()) {
        tables++;
        var name = rights.getString("name");
        assertThat(rights.getBoolean("truncate")).as("TRUNCATE " + name).isFalse();
        if (name.startsWith("isonomia.audit_") || name.equals("isonomia.flyway_schema_history")) {
          assertThat(rights.getBoolean("change")).as("changing " + name).isFalse();
        }
      }
      assertThat(tables).isPositive();
    }
    try (var connection = program.databaseAsApplication();
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("CREATE TABLE mine (id int)"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
  }

  @Test
  @Order(4)
  void only_loopback_is_listened_to_and_the_server_says_nothing_of_itself() throws IOException {
    var answer = program.get("/health/ready");
    assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    assertThat(program.get("/openapi").statusCode()).isNotEqualTo(200);
    assertThat(program.get("/metrics").statusCode()).isNotEqualTo(200);
  }

  @Test
  @Order(5)
  void a_second_program_on_the_same_data_is_refused_with_a_sentence() {
    refused(
        "second", Map.of("isonomia.data.dir", program.dataFolder().toString()), "already running");
    assertThat(program.isReady()).isTrue();
  }

  @Test
  @Order(6)
  void a_port_that_is_taken_stops_the_start_and_names_the_setting() {
    var port = String.valueOf(program.baseUrl().getPort());
    refused("port-taken", Map.of("isonomia.http.port", port), "isonomia.http.port");
  }

  @Test
  @Order(7)
  void a_wrong_setting_stops_the_start_with_one_line_that_names_it() {
    refused("wrong-demo", Map.of("isonomia.demo", "perhaps"), "isonomia.demo");
    refused("typing-slip", Map.of("isonomia.http.prot", "80"), "ISONOMIA_HTTP_PORT");
    refused("wrong-port", Map.of("isonomia.http.port", "0"), "isonomia.http.port");
  }

  @Test
  @Order(8)
  void a_database_that_does_not_answer_stops_the_start_with_a_sentence() {
    refused(
        "no-database",
        Map.of(
            "isonomia.jdbc.url", "jdbc:postgresql://127.0.0.1:1/nothing",
            "isonomia.jdbc.user", "app",
            "isonomia.jdbc.password", "a-pass-word",
            "isonomia.secret", "0123456789abcdef0123456789abcdef"),
        "isonomia.jdbc.url");
  }

  @Test
  @Order(9)
  void an_application_that_cannot_start_ends_the_program_and_says_why() throws IOException {
    var broken = Path.of("target", "broken");
    Files.createDirectories(broken);
    Files.copy(
        Path.of("target", "isonomia.jar"),
        broken.resolve("isonomia.jar"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(broken.resolve("lib"));
    Files.createSymbolicLink(broken.resolve("lib"), Path.of("..", "lib"));
    try (var war = new ZipOutputStream(Files.newOutputStream(broken.resolve("isonomia.war")))) {
      war.putNextEntry(new ZipEntry("WEB-INF/web.xml"));
      war.write("<web-app>this is not closed".getBytes(StandardCharsets.UTF_8));
    }
    var program = Program.prepare("broken", Map.of("isonomia.demo", "false"));
    try {
      program.launch(broken.resolve("isonomia.jar"));
      assertThat(program.hasEndedWithin(Duration.ofMinutes(6))).as(program.output()).isTrue();
      assertThat(program.exitValue()).isEqualTo(StartRefused.FAILED);
      assertThat(program.output())
          .contains("The application did not start: SAXParseException: ")
          .contains("failed-start.log")
          .doesNotContain("SEVERE", "\tat ");
      assertThat(program.postgresPid()).as("its database is stopped too").isZero();
    } finally {
      program.close();
    }
  }

  @Test
  @Order(10)
  void a_killed_database_is_started_again_on_the_same_data_while_the_program_lives_on()
      throws SQLException {
    mark("before the kill");
    long before = program.postgresPid();
    var process = program.workingProcess().orElseThrow().pid();
    program.kill9Postgres();
    program.await(
        "the database is back",
        MINUTE,
        () -> program.postgresPid() != before && marks().contains("before the kill"));
    program.await("the application works again", MINUTE, program::isReady);
    assertThat(program.workingProcess().orElseThrow().pid()).isEqualTo(process);
    program.await("it says so", MINUTE, () -> program.output().contains("The database is back."));
    assertThat(program.output()).contains("The database stopped by itself; starting it again ...");
  }

  @Test
  @Order(11)
  void a_killed_program_leaves_its_database_and_the_next_start_goes_on_with_it()
      throws SQLException {
    mark("before the program's end");
    long postgres = program.postgresPid();
    program.kill9();
    assertThat(ProcessHandle.of(postgres)).isPresent();
    program.restart();
    assertThat(program.postgresPid()).as("adopted").isEqualTo(postgres);
    assertThat(marks()).contains("before the kill", "before the program's end");
  }

  @Test
  @Order(12)
  void when_program_and_database_are_killed_nothing_lives_on_and_the_next_start_recovers()
      throws SQLException {
    mark("before both ends");
    var working = program.workingProcess().orElseThrow();
    program.process().destroyForcibly();
    program.await("the working process ends with its starter", MINUTE, () -> !working.isAlive());
    program.kill9Postgres();
    program.restart();
    assertThat(marks()).contains("before both ends");
  }

  @Test
  @Order(14)
  void a_stop_is_clean_and_leaves_no_process() {
    long postgres = program.postgresPid();
    var working = program.workingProcess().orElseThrow();
    // it answers a moment before it has said so
    program.await(
        "the start is told to its end",
        MINUTE,
        () ->
            program
                .output()
                .substring(program.output().lastIndexOf("--- start"))
                .contains("Warning: the pages"));
    program.stop();
    assertThat(program.exitValue()).isZero();
    assertThat(working.isAlive()).isFalse();
    assertThat(ProcessHandle.of(postgres).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(program.output()).endsWith("Stopping ...\nIsonomia has stopped.\n");
  }

  @Test
  @Order(15)
  void a_pid_file_whose_number_now_belongs_to_another_process_does_not_stop_the_start()
      throws IOException {
    var pidFile = program.dataFolder().resolve("database/cluster/postmaster.pid");
    assertThat(pidFile).doesNotExist();
    Files.writeString(pidFile, ProcessHandle.current().pid() + "\n/elsewhere\n0\n1\n");
    program.restart();
    assertThat(program.postgresPid()).isNotEqualTo(ProcessHandle.current().pid());
  }

  @Test
  @Order(16)
  void no_password_and_no_secret_is_in_any_log() throws IOException {
    var kept = new Properties();
    try (var in = Files.newBufferedReader(program.dataFolder().resolve(DataFolder.KEPT))) {
      kept.load(in);
    }
    var logs = program.output() + Files.readString(program.dataFolder().resolve("database.log"));
    kept.stringPropertyNames().stream()
        .filter(name -> name.startsWith("secret."))
        .forEach(name -> assertThat(logs).doesNotContain(kept.getProperty(name)));
  }

  /** Starts a program that must not start: it ends by itself, in words, without a stack trace. */
  private static void refused(String name, Map<String, String> settings, String mentions) {
    var program = Program.prepare(name, settings);
    try {
      program.launch();
      assertThat(program.hasEndedWithin(Duration.ofMinutes(2))).as(program.output()).isTrue();
      assertThat(program.exitValue()).isNotZero();
      var lines = program.output().lines().skip(1).collect(Collectors.toList());
      lines.removeIf(line -> line.endsWith(" ..."));
      assertThat(lines).as("one sentence").hasSize(1);
      assertThat(lines.get(0)).contains(mentions).doesNotContain("a-pass-word");
    } finally {
      program.close();
    }
  }

  private static void mark(String text) throws SQLException {
    try (var connection = program.database();
        var statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS launch_test");
      statement.execute("CREATE TABLE IF NOT EXISTS launch_test.mark (words text)");
      try (var insert = connection.prepareStatement("INSERT INTO launch_test.mark VALUES (?)")) {
        insert.setString(1, text);
        insert.execute();
      }
    }
  }

  private static Set<String> marks() throws SQLException {
    var marks = new TreeSet<String>();
    try (var connection = program.database();
        var statement = connection.createStatement();
        var result = statement.executeQuery("SELECT words FROM launch_test.mark")) {
      while (result.next()) {
        marks.add(result.getString(1));
      }
    }
    return marks;
  }
}
