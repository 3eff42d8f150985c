package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * An answered 201 is durable, a failure leaves nothing: under load, and when processes are killed.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DurabilityIT {
  private static Program program;
  private static Filing filing;

  @BeforeAll
  static void start() throws IOException {
    program = City.founded("durability", Map.of()).program;
    filing = new Filing(program.baseUrl());
  }

  @AfterAll
  static void stop() {
    if (program != null) {
      program.close();
    }
  }

  private record Answer(int status, String caseNumber, String receipt) {}

  @Test
  @Order(1)
  void sixty_four_people_file_at_the_same_time() throws Exception {
    var pool = Executors.newFixedThreadPool(64);
    try {
      var futures = new ArrayList<Future<Answer>>();
      for (int i = 0; i < 64; i++) {
        var body = Filing.report("pl", "Zgłoszenie numer " + i);
        futures.add(pool.submit(() -> answer(body)));
      }
      var answers = new ArrayList<Answer>();
      for (var future : futures) {
        answers.add(future.get());
      }
      assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
      assertThat(answers.stream().map(Answer::caseNumber).distinct()).hasSize(64);
      assertThat(answers.stream().map(Answer::receipt).distinct()).hasSize(64);
      assertNothingHalfMade();
      assertThat(caseNumbers()).containsAll(answers.stream().map(Answer::caseNumber).toList());
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  @Order(2)
  void the_same_key_gives_the_same_answer_also_at_the_same_moment() throws Exception {
    var body = Filing.report("en", "Sent twice because the phone lost its connection");
    var key = Map.of("Idempotency-Key", "a key of the phone's own, 0001");
    var pool = Executors.newFixedThreadPool(8);
    try {
      var futures = new ArrayList<Future<String>>();
      for (int i = 0; i < 8; i++) {
        futures.add(
            pool.submit(
                () -> {
                  var answer = filing.post("/api/reports", body, key);
                  assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                  return answer.body();
                }));
      }
      var bodies = new TreeSet<String>();
      for (var future : futures) {
        bodies.add(future.get());
      }
      assertThat(bodies).hasSize(1);
      assertThat(filing.post("/api/reports", body, key).body()).isEqualTo(bodies.first());
      assertNothingHalfMade();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  @Order(3)
  void killing_the_program_in_a_burst_loses_no_answered_report() throws Exception {
    var answered = burst(() -> program.kill9());
    program.restart();
    assertAllThere(answered);
  }

  @Test
  @Order(4)
  void killing_the_database_in_a_burst_loses_no_answered_report() throws Exception {
    var before = program.postgresPid();
    var answered = burst(() -> program.kill9Postgres());
    program.await(
        "the database was restarted and filing works again",
        Duration.ofSeconds(60),
        () ->
            program.postgresPid() != before
                && filing.file(Filing.report("uk", "Після збою")).statusCode() == 201);
    assertAllThere(answered);
  }

  /** Files on four connections, strikes in the middle, and keeps what was answered with 201. */
  private List<Answer> burst(Runnable strike) throws Exception {
    var answered = Collections.synchronizedList(new ArrayList<Answer>());
    var struck = new AtomicBoolean();
    var pool = Executors.newFixedThreadPool(4);
    try {
      for (int i = 0; i < 4; i++) {
        pool.submit(
            () -> {
              int after = 0;
              while (after < 3) {
                try {
                  var answer = answer(Filing.report("pl", "W czasie awarii"));
                  if (answer.status() == 201) {
                    answered.add(answer);
                  } else {
                    assertThat(answer.status()).isEqualTo(503);
                  }
                } catch (IOException lost) {
                  // nobody was told anything: the report may or may not be there, but never half
                }
                if (struck.get()) {
                  after++;
                }
              }
            });
      }
      program.await("a burst is under way", Duration.ofSeconds(60), () -> answered.size() > 60);
      strike.run();
      struck.set(true);
      pool.shutdown();
      assertThat(pool.awaitTermination(120, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    } finally {
      pool.shutdownNow();
    }
    return List.copyOf(answered);
  }

  private void assertAllThere(List<Answer> answered) throws SQLException, IOException {
    assertThat(answered).isNotEmpty();
    assertNothingHalfMade();
    assertThat(caseNumbers()).containsAll(answered.stream().map(Answer::caseNumber).toList());
    var last = answered.get(answered.size() - 1);
    assertThat(filing.mailbox(last.receipt()).getString("caseNumber")).isEqualTo(last.caseNumber());
  }

  private Answer answer(String body) throws IOException {
    var answer = filing.file(body);
    if (answer.statusCode() != 201) {
      return new Answer(answer.statusCode(), null, null);
    }
    var json = Filing.json(answer);
    return new Answer(201, json.getString("caseNumber"), json.getString("receipt"));
  }

  private static Set<String> caseNumbers() throws SQLException {
    return column("select number from isonomia.casework_case");
  }

  /** Reports, cases, our instances and the engine's are the same set. */
  private static void assertNothingHalfMade() throws SQLException {
    var reports = column("select number from isonomia.intake_report");
    assertThat(caseNumbers()).isEqualTo(reports);
    assertThat(
            column(
                "select business_key from isonomia.workflow_instance where process_id = 'complaintHandling'"))
        .isEqualTo(reports);
    assertThat(
            column(
                "select business_key_ from engine.act_ru_execution where parent_id_ is null"
                    + " and business_key_ like 'ET-%'"))
        .isEqualTo(reports);
  }

  private static Set<String> column(String sql) throws SQLException {
    try (var connection = program.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new TreeSet<String>();
      while (rows.next()) {
        assertThat(values.add(rows.getString(1))).as("twice: " + rows.getString(1)).isTrue();
      }
      return values;
    }
  }
}
