package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * From a report to its outcome over HTTP, without a browser; afterwards the engine's tables and the
 * logs are searched for what must not be there.
 */
class HttpJourneyIT {
  private static final String STORY = "Zdarzenie-Kwiatuszek: sprzedawca wyśmiał mój wózek";
  private static final String NAME = "Bogumiła Przykładowska";
  private static final String ADDRESS = "ul. Zmyślona 17, 30-017 Kraków";
  private static final String EMAIL = "bogumila@poczta.example";
  private static final String PLACE = "targ przy ulicy Niezapominajki";
  private static final String SUMMARY = "Streszczenie-Mak: osoba była wyśmiewana przy stoisku";
  private static final String BRIEF = "Opis-Chaber: klienci na wózkach słyszą drwiny";
  private static final String ANSWER = "Odpowiedź-Irys: sprzedawca przeprosił";
  private static final String NOTE = "Notatka-Goździk";

  private static Program program;
  private static Filing filing;

  @BeforeAll
  static void start() {
    program = Program.start("http-journey", Map.of("isonomia.demo", "true"));
    filing = new Filing(program.baseUrl());
  }

  @AfterAll
  static void stop() {
    if (program != null) {
      program.close();
    }
  }

  @Test
  void a_case_goes_all_the_way_and_leaves_no_word_of_it_in_the_engine_or_the_log()
      throws Exception {
    var filed = filing.file(report());
    assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
    var number = Filing.json(filed).getString("caseNumber");
    var receipt = Filing.json(filed).getString("receipt");
    assertThat(filing.mailbox(receipt).getString("status")).isEqualTo("NEW");
    assertThat(filing.mailbox(receipt).getInt("step")).isEqualTo(1);
    var at = "/casework/cases/" + number;

    var joanna = staff("joanna");
    joanna.does(at + "/acknowledge-report", "text", "Dziękujemy, czytamy.");
    assertThat(filing.mailbox(receipt).getJsonArray("messages")).hasSize(1);
    joanna.does(
        at + "/qualify-report",
        "qualification",
        "SIGNAL",
        "risk",
        "NONE",
        "priority",
        "NORMAL",
        "title",
        "Wyśmiewanie na targu");

    var anna = staff("anna");
    anna.does(at + "/notes", "note", NOTE);
    anna.does(at + "/assess-complaint", "choice", "REFER");
    var institution =
        anna.find(at + "/choose-institution", "<option value=\"(\\d+)\">Centrum Pomocy Prawnej");
    anna.does(
        at + "/choose-institution",
        "institution",
        institution,
        "type",
        "SUPPORT",
        "summary",
        SUMMARY,
        "consent",
        "ask",
        "press",
        "send");
    assertThat(
            anna.post(at + "/choose-institution", "institution", institution, "press", "send")
                .statusCode())
        .as("the task is done: a second click changes nothing and is no fault")
        .isLessThan(500);

    // before the reporter agrees, nobody hears of it
    assertThat(letters()).isEmpty();
    var consent = filing.mailbox(receipt).getJsonArray("consents").getJsonObject(0);
    var answered =
        filing.post(
            "/api/mailbox/consents/" + consent.getString("id"),
            "{\"answer\":\"yes\"}",
            Map.of("X-Receipt", receipt));
    assertThat(answered.statusCode()).as(answered.body()).isLessThan(300);
    program.await(
        "the mail to the partner is sent", Duration.ofSeconds(30), () -> !letters().isEmpty());
    var letter = letters().get(0);
    assertThat(letter).doesNotContain(SUMMARY).doesNotContain(number).doesNotContain(NAME);

    var katarzyna = staff("katarzyna");
    var alias =
        katarzyna.find("/partner/referrals", "href=\"/partner/referrals/([A-Z]-[0-9A-F]{3})\"");
    var shared = katarzyna.read("/partner/referrals/" + alias);
    assertThat(shared)
        .contains(SUMMARY)
        .doesNotContain(STORY)
        .doesNotContain(NAME)
        .doesNotContain(number);
    katarzyna.does("/partner/referrals/" + alias + "/accept");
    katarzyna.does(
        "/partner/referrals/" + alias + "/result", "result", "HELP_GIVEN", "text", ANSWER);

    anna.does(at + "/assess-complaint", "choice", "COUNCIL");
    anna.does(
        at + "/write-brief",
        "type",
        "SYSTEMIC_ISSUE",
        "title",
        "Drwiny na targach",
        "question",
        "Czy Rada zaleca szkolenia?",
        "brief",
        BRIEF);
    decide();

    anna.does(at + "/assess-complaint", "choice", "CONCLUDE");
    anna.does(at + "/propose-outcome", "outcome", "APOLOGY_REMEDY", "text", ANSWER);
    assertThat(anna.post(at + "/confirm-outcome", "decision", "yes").statusCode())
        .as("whoever proposes does not confirm")
        .isIn(403, 409, 422);
    staff("piotr").does(at + "/confirm-outcome", "decision", "yes");

    var outcome = filing.mailbox(receipt);
    assertThat(outcome.getString("status")).isEqualTo("CLOSED");
    assertThat(outcome.getInt("step")).isEqualTo(4);
    assertThat(outcome.getJsonArray("messages").toString()).contains(ANSWER);

    assertNothingInTheEngine();
    assertNothingInTheLog(receipt);
  }

  /**
   * Accepted, released, put on the agenda, voted for, decided; the meeting's day comes by the
   * demo's clock.
   */
  private void decide() throws IOException, SQLException {
    var barbara = staff("barbara");
    var item =
        barbara.find(
            "/council",
            "href=\"(/council/items/[A-Z0-9-]+)/accept-item\"[^>]*>[^<]*<span lang=\"pl\">Drwiny");
    barbara.does(item + "/accept-item", "decision", "accept");
    staff("piotr").does(item + "/release-brief", "release", "yes");
    var tomasz = staff("tomasz");
    var meeting = tomasz.find(item + "/schedule-item", "value=\"(CM-[0-9-]+)\"");
    tomasz.does(item + "/schedule-item", "meeting", meeting);
    var moved = filing.post("/api/demo/clock", "{\"now\":\"" + startOf(meeting) + "\"}", Map.of());
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    var page = "/council/meetings/" + meeting;
    tomasz.does(page + "/open");
    var matcher = Pattern.compile("name=\"here\" value=\"([^\"]+)\"").matcher(tomasz.read(page));
    var here = new ArrayList<String>();
    while (matcher.find()) {
      here.add("here");
      here.add(matcher.group(1));
    }
    var decide = item + "/decide-item";
    assertThat(tomasz.post(decide + "/open-vote", "mode", "OPEN").statusCode())
        .as("nobody is here yet: no quorum, no vote")
        .isIn(200, 303, 409, 422);
    tomasz.does(page + "/attendance", here.toArray(String[]::new));
    tomasz.does(decide + "/open-vote", "mode", "OPEN");
    staff("zofia").does(item + "/ballot", "meeting", meeting, "choice", "AGAINST");
    tomasz.does(decide + "/ballots", "rest", "FOR");
    tomasz.does(decide + "/close-vote");
    tomasz.does(
        decide + "/decision",
        "code",
        "RECOMMENDATION",
        "title",
        "Drwiny na targach",
        "text",
        "Rada zaleca szkolenia.");
    tomasz.does(page + "/close");
    assertThat(Staff.nobody(program.baseUrl()).read("/en/decisions")).contains("Drwiny na targach");
  }

  private static String startOf(String meeting) throws SQLException {
    try (var connection = program.database();
        var statement =
            connection.prepareStatement(
                "select starts_at from isonomia.council_meeting where number = ?")) {
      statement.setString(1, meeting);
      try (var rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        return rows.getTimestamp(1).toInstant().toString();
      }
    }
  }

  /** Letters of the demo city's post box to the partner of this story, newest first, as text. */
  private static List<String> letters() throws IOException {
    var jan = staff("jan");
    var box = jan.read("/demo/post");
    var texts = new ArrayList<String>();
    var rows = Pattern.compile("href=\"(/demo/post/\\d+)\"[^>]*>[^<]*</a><br>([^<]*)").matcher(box);
    while (rows.find()) {
      if (rows.group(2).contains("halina-niec")) {
        texts.add(jan.read(rows.group(1)));
      }
    }
    // one letter of that address belongs to the told city
    return texts.size() <= 1 ? List.of() : texts.subList(0, texts.size() - 1);
  }

  private static Staff staff(String login) throws IOException {
    return Staff.signIn(program.baseUrl(), login);
  }

  private static String report() {
    return """
        {"language":"pl","identity":{"mode":"NAMED","name":"%s","address":"%s","email":"%s"},"role":"VICTIM",
         "requested":"SIGNAL","narrative":"%s","incident":{"date":"2026-11-02","place":"%s","area":"GOODS_SERVICES"},
         "grounds":["DISABILITY"],"conduct":["HARASSMENT"],"respondent":{"type":"PRIVATE_COMPANY"}}
        """
        .formatted(NAME, ADDRESS, EMAIL, STORY, PLACE);
  }

  /** Every table of the engine's schema, every column, as text: no ground, no name, no word. */
  private static void assertNothingInTheEngine() throws SQLException {
    var forbidden =
        List.of(
            "Kwiatuszek",
            "Przykładowska",
            "Zmyślona",
            "bogumila",
            "Niezapominajki",
            "Streszczenie-Mak",
            "Opis-Chaber",
            "Odpowiedź-Irys",
            "Goździk",
            "DISABILITY",
            "Wyśmiewanie",
            "Drwiny");
    try (var connection = program.database()) {
      var tables = new ArrayList<String>();
      try (var rows =
          connection.getMetaData().getTables(null, "engine", "%", new String[] {"TABLE"})) {
        while (rows.next()) {
          tables.add(rows.getString("TABLE_NAME"));
        }
      }
      assertThat(tables).hasSizeGreaterThan(5);
      for (var table : tables) {
        if (table.equals("act_ge_bytearray")) {
          // holds the pictures themselves, and what a job that failed left behind
          continue;
        }
        try (var statement = connection.createStatement();
            var rows = statement.executeQuery("select t::text from engine." + table + " t")) {
          while (rows.next()) {
            assertThat(rows.getString(1)).as("a row of " + table).doesNotContain(forbidden);
          }
        }
      }
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("select name_, bytes_ from engine.act_ge_bytearray")) {
        while (rows.next()) {
          if (rows.getMetaData().getColumnType(2) == Types.BINARY && rows.getBytes(2) != null) {
            var text = new String(rows.getBytes(2), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(text).as("bytes of " + rows.getString(1)).doesNotContain(forbidden);
          }
        }
      }
    }
  }

  private static void assertNothingInTheLog(String receipt) throws IOException {
    var log = program.output();
    var database = java.nio.file.Files.readString(program.dataFolder().resolve("database.log"));
    for (var text : List.of(log, database)) {
      assertThat(text)
          .doesNotContain(receipt)
          .doesNotContain("Kwiatuszek")
          .doesNotContain("Przykładowska")
          .doesNotContain("Niezapominajki")
          .doesNotContain("Streszczenie-Mak")
          .doesNotContain(EMAIL);
    }
    assertThat(log).doesNotContain("SEVERE");
  }
}
