package org.isonomia.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.isonomia.journey.CookieJar;
import org.isonomia.journey.Filing;
import org.isonomia.journey.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The moved clock, and the ledger that follows what the engine does, on the packaged program with
 * the told city: whatever happened, our tables say the same as the engine's.
 */
class TimelineIT {
  private static Program program;
  private static Filing filing;

  @BeforeAll
  static void start() {
    program = Program.start("timeline", Map.of("isonomia.demo", "true"));
    filing = new Filing(program.baseUrl());
  }

  @AfterAll
  static void end() {
    if (program != null) {
      program.close();
    }
  }

  @Test
  void time_does_not_go_back() throws Exception {
    var before = now();
    assertThat(moveTo(before.minus(Duration.ofDays(1))).statusCode()).isEqualTo(422);
    assertThat(now()).isAfterOrEqualTo(before);
  }

  @Test
  void what_falls_due_on_the_way_runs_in_order_and_each_sees_its_own_time() throws Exception {
    // the steps that a timer ended before now, and their times, were told in the same way
    var last = longs("select coalesce(max(id), 0) from workflow_step").get(0);
    var from = now();
    var to = from.plus(Duration.ofDays(40));
    assertThat(moveTo(to).statusCode()).isEqualTo(200);

    assertThat(now()).isBetween(to, to.plusSeconds(120));
    var entered =
        list(
            "select entered_at from workflow_step where id > " + last + " order by id",
            row -> row.getTimestamp(1).toInstant());
    assertThat(entered).as("something fell due in forty days").isNotEmpty();
    assertThat(entered).isSorted().allMatch(at -> !at.isBefore(from) && !at.isAfter(to));
    // reminders arrive on the hour, although the clock was moved in one go
    var reminders =
        list(
            "select to_char(entered_at at time zone 'Europe/Warsaw', 'HH24:MI:SS')"
                + " from workflow_step where element = 'remindPartner' and id > "
                + last,
            row -> row.getString(1));
    assertThat(reminders).isNotEmpty().containsOnly("08:00:00");
    assertLedgerAgrees();

    // the moved clock outlives the program
    assertThat(longs("select ahead_millis from workflow_clock").get(0))
        .isGreaterThanOrEqualTo(Duration.ofDays(39).toMillis());
  }

  @Test
  void of_many_who_complete_a_task_at_once_one_does_and_the_ledger_has_one_visit()
      throws Exception {
    var filed = Filing.json(filing.file(Filing.report("pl", "Odmowa obsługi.")));
    var number = filed.getString("caseNumber");
    var joanna = signIn("joanna");
    var answers =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            post(
                                joanna,
                                "/casework/cases/" + number + "/acknowledge-report",
                                "text=Czytamy")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).allMatch(status -> status < 500);
    var visits =
        list(
            "select s.left_at is not null and not s.cancelled and s.by_account is not null"
                + " from workflow_step s join workflow_instance i on i.id = s.instance_id"
                + " where s.element = 'acknowledgeReport' and i.business_key = '"
                + number
                + "'",
            row -> row.getBoolean(1));
    assertThat(visits).as("one visit, done by a person").containsExactly(true);
    assertThat(
            longs(
                "select count(*) from workflow_step s join workflow_instance i"
                    + " on i.id = s.instance_id where s.element = 'qualifyReport'"
                    + " and s.left_at is null and i.business_key = '"
                    + number
                    + "'"))
        .containsExactly(1L);
    assertLedgerAgrees();
  }

  @Test
  void who_may_not_work_on_cases_has_no_worklist_and_a_council_member_none_of_them()
      throws Exception {
    assertThat(get(signIn("adam"), "/casework").statusCode()).isEqualTo(403);
    var member = get(signIn("zofia"), "/casework?list=team");
    assertThat(member.statusCode()).isEqualTo(200);
    assertThat(member.body()).doesNotContain("/casework/cases/").doesNotContain("ET-20");
    var nonsense = get(signIn("anna"), "/casework?list=team&due=yesterday&after=x");
    assertThat(nonsense.statusCode()).isEqualTo(200);
  }

  @Test
  void the_pages_of_the_worklist_follow_one_another_without_a_repeat() throws Exception {
    for (int i = 0; i < 30; i++) {
      assertThat(filing.file(Filing.report("pl", "Odmowa obsługi.")).statusCode()).isEqualTo(201);
    }
    var joanna = signIn("joanna");
    var seen = new ArrayList<String>();
    var address = "/casework?list=team";
    var pages = 0;
    while (address != null && pages++ < 20) {
      var body = get(joanna, address).body();
      var cases = Pattern.compile("href=\"(/casework/cases/ET-[0-9-]+/[a-z-]+)\"").matcher(body);
      while (cases.find()) {
        seen.add(cases.group(1));
      }
      var more = Pattern.compile("href=\"(/casework\\?list=team&[^\"]+)\"").matcher(body);
      address = more.find() ? more.group(1).replace("&amp;", "&") : null;
    }
    assertThat(pages).isGreaterThan(1).isLessThan(20);
    assertThat(seen).hasSizeGreaterThanOrEqualTo(30).doesNotHaveDuplicates();
  }

  /** Open tasks, running instances and where tokens stand: ours and the engine's. */
  private static void assertLedgerAgrees() throws SQLException {
    assertThat(
            list(
                "select engine_task from workflow_step where left_at is null"
                    + " and engine_task is not null order by 1",
                row -> row.getString(1)))
        .as("open tasks")
        .isEqualTo(list("select id_ from engine.act_ru_task order by 1", row -> row.getString(1)));
    assertThat(
            list(
                "select id::text from workflow_instance where ended_at is null order by 1",
                row -> row.getString(1)))
        .as("running instances")
        .isEqualTo(
            list(
                "select distinct proc_inst_id_ from engine.act_ru_execution order by 1",
                row -> row.getString(1)));
    assertThat(
            longs(
                "select count(*) from workflow_step s join workflow_instance i"
                    + " on i.id = s.instance_id where i.ended_at is not null"
                    + " and s.left_at is null"))
        .as("nothing is open behind a process that ended")
        .containsExactly(0L);
    assertThat(longs("select count(*) from workflow_step where left_at < entered_at"))
        .as("nothing is left before it was entered")
        .containsExactly(0L);
  }

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> List<T> list(String sql, Reading<T> reading) throws SQLException {
    try (var connection = program.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<T>();
      while (rows.next()) {
        all.add(reading.read(rows));
      }
      return all;
    }
  }

  private static List<Long> longs(String sql) throws SQLException {
    return list(sql, row -> row.getLong(1));
  }

  private static Instant now() throws Exception {
    var body = filing.get("/api/demo/clock", Map.of()).body();
    var matcher = Pattern.compile("\"now\":\"([^\"]+)\"").matcher(body);
    assertThat(matcher.find()).as(body).isTrue();
    return OffsetDateTime.parse(matcher.group(1)).toInstant();
  }

  private static HttpResponse<String> moveTo(Instant to) throws Exception {
    return filing.post("/api/demo/clock", "{\"now\":\"" + to + "\"}", Map.of());
  }

  private static HttpClient signIn(String login) {
    var http = HttpClient.newBuilder().cookieHandler(new CookieJar()).build();
    assertThat(post(http, "/sign-in", "demo=" + login)).isEqualTo(303);
    return http;
  }

  private static int post(HttpClient http, String path, String body) {
    return send(
            http,
            HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)))
        .statusCode();
  }

  private static HttpResponse<String> get(HttpClient http, String path) {
    return send(http, HttpRequest.newBuilder(uri(path)));
  }

  private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) {
    try {
      return http.send(
          request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static URI uri(String path) {
    return program.baseUrl().resolve(path);
  }
}
