package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a reporter does with their own case behind the receipt: makes it formal, says who they are,
 * answers questions, is told of news, takes it back.
 */
class OwnCaseIT {
  private static final String NAME = "Adaeze Próbna-Okafor";
  private static final String ADDRESS = "ul. Zmyślona 7, 31-000 Kraków";
  private static final String EMAIL = "adaeze.news@poczta.example";

  private record Filed(Program program, String number, String receipt) {
    String at() {
      return "/casework/cases/" + number;
    }

    Staff visit() throws IOException {
      var reporter = Staff.nobody(program.baseUrl());
      reporter.does("/pl/mailbox", "receipt", receipt);
      return reporter;
    }

    JsonObject mailbox() throws IOException {
      return new Filing(program.baseUrl()).mailbox(receipt);
    }
  }

  private static Filed filed(Program program) throws IOException {
    var answer = new Filing(program.baseUrl()).file(Filing.report("pl", "Odmowa wynajmu."));
    var json = Filing.json(answer);
    return new Filed(program, json.getString("caseNumber"), json.getString("receipt"));
  }

  private static Filed handled(Program program) throws IOException {
    var filed = filed(program);
    var joanna = Staff.signIn(program.baseUrl(), "joanna");
    joanna.does(filed.at() + "/acknowledge-report", "text", "Czytamy.");
    joanna.does(
        filed.at() + "/qualify-report",
        "qualification",
        "SIGNAL",
        "risk",
        "NONE",
        "priority",
        "NORMAL",
        "title",
        "Odmowa wynajmu");
    return filed;
  }

  @Test
  void an_anonymous_signal_becomes_a_request_and_only_the_custodian_reads_who() throws Exception {
    var program = Program.shared();
    var filed = filed(program);
    var reporter = filed.visit();
    assertThat(reporter.read("/pl/mailbox/open")).contains("/pl/mailbox/own/letter");
    assertThat(reporter.read("/pl/mailbox/own/letter")).contains("Tego nie da się cofnąć");

    var incomplete =
        reporter.post("/pl/mailbox/own/letter", "requested", "REQUEST_KPA", "name", NAME);
    assertThat(incomplete.statusCode()).isEqualTo(422);
    assertThat(incomplete.body())
        .as("nothing typed is lost")
        .contains(NAME)
        .contains("Wybierz, kto może zobaczyć")
        .contains("Wpisz adres.");
    assertThat(readersOf(program, filed.number, "IDENTITY")).containsExactly("RECEIPT");

    reporter.does(
        "/pl/mailbox/own/letter",
        "requested",
        "REQUEST_KPA",
        "mode",
        "CONFIDENTIAL",
        "name",
        NAME,
        "address",
        ADDRESS);
    var page = reporter.read("/pl/mailbox/open?done=3");
    assertThat(page).contains("To jest teraz sprawa formalna").contains("odpowiedź na wniosek");
    assertThat(page).doesNotContain("/pl/mailbox/own/letter");
    assertThat(filed.mailbox().getJsonArray("matters").getJsonObject(0).getString("qualification"))
        .isEqualTo("REQUEST_KPA");
    assertThat(dates(filed)).contains("SETTLE_244", "FORWARD_243", "TRIAGE");
    assertThat(readersOf(program, filed.number, "IDENTITY"))
        .containsExactlyInAnyOrder("RECEIPT", "TEAM/CUSTODIANS");

    var joanna = Staff.signIn(program.baseUrl(), "joanna");
    assertThat(joanna.read(filed.at()))
        .contains("Proszę rozpatrzyć moje zgłoszenie jako wniosek")
        .doesNotContain(NAME)
        .doesNotContain(ADDRESS);
    var marek = Staff.signIn(program.baseUrl(), "marek");
    var opened =
        marek.post("/casework/identity", "number", filed.number, "reason", "Adres na list");
    assertThat(opened.body()).contains(NAME).contains(ADDRESS);

    assertThat(reporter.read("/pl/mailbox/own/who")).contains("osoby w urzędzie");
    reporter.does("/pl/mailbox/own/who", "mode", "NAMED", "name", NAME);
    assertThat(joanna.read(filed.at())).contains(NAME).contains(ADDRESS);
    assertThat(readersOf(program, filed.number, "IDENTITY"))
        .containsExactlyInAnyOrder("RECEIPT", "TEAM/OFFICE");
    assertThat(reporter.read("/pl/mailbox/open")).doesNotContain("/pl/mailbox/own/who");
    var again =
        post(filed, "/api/mailbox/identity", "{\"mode\":\"CONFIDENTIAL\",\"name\":\"Ktoś\"}");
    assertThat(again).as("what was told cannot be untold").isEqualTo(409);
    var twice = post(filed, "/api/mailbox/formal", "{\"requested\":\"PETITION\"}");
    assertThat(twice).as("something formal is open").isEqualTo(409);
  }

  @Test
  void questions_are_answered_in_fields_and_the_reporter_reads_which_role_opened_the_case()
      throws Exception {
    var program = Program.shared();
    var filed = handled(program);
    var anna = Staff.signIn(program.baseUrl(), "anna");
    var wrong =
        anna.post(
            filed.at() + "/ask-reporter",
            "text",
            "Pytamy, żeby znaleźć monitoring.",
            "q1",
            "Kto to zrobił?",
            "kind1",
            "CHOICE",
            "choices1",
            "tylko jedna");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Wpisz co najmniej dwie").contains("Kto to zrobił?");
    anna.does(
        filed.at() + "/ask-reporter",
        "text",
        "Pytamy, żeby znaleźć monitoring.",
        "q1",
        "Czy byli świadkowie?",
        "kind1",
        "YES_NO",
        "q3",
        "Kto to zrobił?",
        "kind3",
        "CHOICE",
        "choices3",
        "kierowca\nkontroler",
        "q4",
        "Kiedy dokładnie?",
        "kind4",
        "DATE");
    var questions = filed.mailbox().getJsonArray("questions");
    assertThat(questions).hasSize(3);
    assertThat(dates(filed)).contains("REPORTER_SILENCE");
    var first = "q-" + questions.getJsonObject(0).getString("id");
    var second = "q-" + questions.getJsonObject(1).getString("id");
    var third = "q-" + questions.getJsonObject(2).getString("id");

    var reporter = filed.visit();
    assertThat(reporter.read("/pl/mailbox/open"))
        .contains("Mamy do Ciebie pytania", "Czekają na Ciebie 3 pytania", "/pl/mailbox/answers")
        .doesNotContain("<textarea", "Czy byli świadkowie?")
        .contains("osoba prowadząca sprawę");
    assertThat(reporter.read("/pl/mailbox/answers"))
        .contains("Czy byli świadkowie?")
        .contains("lang=\"pl\"");
    nothing_half_filled_is_lost(program, reporter, filed.receipt(), second);
    var nonsense =
        reporter.post(
            "/pl/mailbox/answers",
            second,
            "kontroler",
            third + "-day",
            "31",
            third + "-month",
            "2",
            third + "-year",
            "2026");
    assertThat(nonsense.statusCode()).isEqualTo(422);
    assertThat(nonsense.body()).contains("Wpisz datę").contains("value=\"31\"");
    reporter.does("/pl/mailbox/answers", first, "UNKNOWN", second, "kontroler");
    assertThat(reporter.read("/pl/mailbox/open")).contains("Pytania i Twoje odpowiedzi");
    assertThat(reporter.read("/pl/mailbox/answers"))
        .contains(third)
        .doesNotContain("name=\"" + second + "\"");
    assertThat(anna.read(filed.at())).contains("kontroler").contains("Jeszcze bez odpowiedzi");
    assertThat(date(filed, "REPORTER_SILENCE")).isEqualTo("MET");
    assertThat(filed.mailbox().getJsonArray("readers").toString()).contains("CASE_HANDLER");
    assertThat(plain(program, "kontroler")).isZero();
  }

  /** Another language, Back, and the end of the visit: what was typed is shown again. */
  private static void nothing_half_filled_is_lost(
      Program program, Staff reporter, String receipt, String field) throws Exception {
    var switched = reporter.post("/uk/mailbox/answers", "press", "switch", field, "kierowca");
    assertThat(switched.statusCode()).isEqualTo(200);
    assertThat(switched.body())
        .contains("<html lang=\"uk\"")
        .containsPattern("value=\"kierowca\"[^>]*checked");
    var back = reporter.post("/pl/mailbox/answers", "press", "back", field, "kierowca");
    assertThat(back.body())
        .contains("To jeszcze nie zostało wysłane")
        .containsPattern("value=\"kierowca\"[^>]*checked");
    assertThat(reporter.post("/pl/mailbox/answers", "press", "back", field, "").statusCode())
        .isEqualTo(303);
    // the visit has ended: it waits, sealed, until the receipt of the same case is typed again
    var of = reporter.find("/pl/mailbox/answers", "name=\"of\" value=\"([0-9a-f]+)\"");
    var nobody = Staff.nobody(program.baseUrl());
    var ended = nobody.post("/pl/mailbox/answers", "of", of, field, "kierowca");
    assertThat(ended.statusCode()).isEqualTo(422);
    assertThat(ended.body()).contains("name=\"then\" value=\"answers\"").doesNotContain("kierowca");
    var kept = Pattern.compile("name=\"kept\" value=\"([^\"]+)\"").matcher(ended.body());
    assertThat(kept.find()).isTrue();
    var another = filed(program);
    var again =
        nobody.post(
            "/pl/mailbox", "receipt", another.receipt, "then", "answers", "kept", kept.group(1));
    assertThat(again.statusCode()).isEqualTo(307);
    assertThat(again.headers().firstValue("Location")).contains("/pl/mailbox/answers");
    var there = nobody.post("/pl/mailbox/answers", "kept", kept.group(1));
    assertThat(there.headers().firstValue("Location").orElse("")).contains("done=9");
    nobody.post("/pl/mailbox", "receipt", receipt, "then", "answers", "kept", kept.group(1));
    assertThat(nobody.post("/pl/mailbox/answers", "kept", kept.group(1)).body())
        .containsPattern("value=\"kierowca\"[^>]*checked");
    // nobody is led to an address that only the form names
    assertThat(
            Staff.nobody(program.baseUrl())
                .post("/pl/mailbox", "receipt", receipt, "then", "//elsewhere.example")
                .statusCode())
        .isEqualTo(303);
  }

  @Test
  void one_neutral_mail_tells_that_there_is_news_and_no_page_of_the_office_knows_where()
      throws Exception {
    var program = Program.shared();
    var filed = handled(program);
    var reporter = filed.visit();
    assertThat(reporter.post("/pl/mailbox/own/news", "email", "bez małpy").body())
        .contains("bez małpy");
    // shown once more before it is sealed: nobody can see a mistake afterwards
    var shown = reporter.post("/pl/mailbox/own/news", "email", EMAIL);
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains(EMAIL, "Będziemy pisać na ten adres");
    assertThat(filed.mailbox().getBoolean("notice")).isFalse();
    var held = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"").matcher(shown.body());
    assertThat(held.find()).isTrue();
    var sure = "/pl/mailbox/own/news/sure";
    assertThat(reporter.post(sure, "shown", held.group(1), "press", "back").body())
        .contains("id=\"email\"", "value=\"" + EMAIL + "\"");
    assertThat(
            reporter
                .post("/uk/mailbox/own/news/sure", "shown", held.group(1), "press", "switch")
                .body())
        .contains("<html lang=\"uk\"", EMAIL);
    // nobody confirms what was not shown: a made-up step shows the first one, empty
    for (var made : List.of(EMAIL, held.group(1).substring(2), "")) {
      assertThat(reporter.post(sure, "shown", made, "email", EMAIL, "asked", "yes").body())
          .contains("id=\"email\"")
          .doesNotContain(EMAIL);
    }
    assertThat(filed(program).visit().post(sure, "shown", held.group(1)).body())
        .as("another case")
        .doesNotContain(EMAIL);
    reporter.post("/pl/mailbox/own/news", "email", EMAIL, "asked", "yes");
    assertThat(filed.mailbox().getBoolean("notice")).as("the first step keeps nothing").isFalse();
    reporter.does(sure, "shown", held.group(1));
    var page = reporter.read("/pl/mailbox/open?done=7");
    assertThat(page).contains("Mamy adres").doesNotContain(EMAIL);

    var anna = Staff.signIn(program.baseUrl(), "anna");
    anna.does(filed.at() + "/messages", "text", "Proszę o cierpliwość.");
    anna.does(filed.at() + "/messages", "text", "Już wiemy więcej.");
    assertThat(anna.read(filed.at())).doesNotContain(EMAIL);
    var jan = Staff.signIn(program.baseUrl(), "jan");
    program.await("the mail is sent", Duration.ofSeconds(90), () -> !letters(jan, EMAIL).isEmpty());
    assertThat(letters(jan, EMAIL)).hasSize(1);
    assertThat(letters(jan, EMAIL).get(0))
        .contains("Jest coś nowego")
        .doesNotContain(filed.number)
        .doesNotContain("cierpliwość");
    reporter.does("/pl/mailbox/own/news", "press", "remove");
    assertThat(filed.mailbox().getBoolean("notice")).isFalse();
  }

  @Test
  void a_report_is_taken_back_and_the_institution_reads_nothing_any_more() throws Exception {
    var program = Program.shared();
    var sent = ReferralIT.send(program);
    var katarzyna = Staff.signIn(program.baseUrl(), "katarzyna");
    var there = "/partner/referrals/" + sent.alias();
    assertThat(katarzyna.read(there)).contains("Odmowa obsługi.");
    var anna = Staff.signIn(program.baseUrl(), "anna");
    var number = anna.find(sent.page(), "(ET-\\d{4}-\\d{5})");
    var filed = new Filed(program, number, sent.receipt());
    var reporter = filed.visit();
    var asked = reporter.post("/pl/mailbox/own/end");
    assertThat(asked.body()).as("asks first").contains("nie musisz mówić dlaczego");
    assertThat(filed.mailbox().getInt("step")).isEqualTo(3);

    reporter.does("/pl/mailbox/own/end", "sure", "yes");
    var page = reporter.read("/pl/mailbox/open?done=6");
    assertThat(page).contains("Zgłoszenie jest wycofane").doesNotContain("own/end");
    var matter = filed.mailbox().getJsonArray("matters").getJsonObject(0);
    assertThat(matter.getString("status")).isEqualTo("CLOSED");
    assertThat(matter.getString("outcome")).isEqualTo("WITHDRAWN");
    var after = katarzyna.get(there);
    assertThat(after.body()).doesNotContain("Odmowa obsługi.");
    assertThat(anna.read(filed.at())).contains("Zgłoszenie wycofano");
    assertThat(
            column(
                program,
                "select 'x' from workflow_step s join workflow_instance i on i.id = s.instance_id"
                    + " where i.business_key = ? and s.left_at is null",
                number))
        .as("no task is left")
        .isEmpty();
    assertThat(reporter.read("/pl/mailbox/text")).contains("Odmowa obsługi.");
    assertThat(post(filed, "/api/mailbox/withdrawal", "{\"sure\":true}"))
        .as("a second click is done already")
        .isEqualTo(200);
    assertThat(filed.mailbox().getJsonArray("matters").getJsonObject(0).getString("outcome"))
        .isEqualTo("WITHDRAWN");
  }

  private static List<String> letters(Staff jan, String to) throws IOException {
    var found = new ArrayList<String>();
    var rows = Pattern.compile("href=\"(/demo/post/\\d+)\"").matcher(jan.read("/demo/post"));
    while (rows.find()) {
      var letter = jan.read(rows.group(1));
      if (letter.contains(to)) {
        found.add(letter);
      }
    }
    return found;
  }

  private static int post(Filed filed, String path, String body) throws IOException {
    return new Filing(filed.program.baseUrl())
        .post(path, body, Map.of("X-Receipt", filed.receipt))
        .statusCode();
  }

  private static List<String> dates(Filed filed) throws IOException {
    return filed.mailbox().getJsonArray("dates").getValuesAs(JsonObject.class).stream()
        .map(due -> due.getString("clock"))
        .toList();
  }

  private static String date(Filed filed, String clock) throws IOException {
    return filed.mailbox().getJsonArray("dates").getValuesAs(JsonObject.class).stream()
        .filter(due -> due.getString("clock").equals(clock))
        .map(due -> due.getString("state"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> readersOf(Program program, String subject, String compartment)
      throws SQLException {
    return column(
        program,
        "select coalesce(k.holder, e.reader) from privacy_envelope e left join privacy_key k"
            + " on split_part(e.reader, ':', 1) = 'K' || k.id where e.compartments like '%"
            + compartment
            + "%' and e.subject = ?",
        subject);
  }

  /** Answers in which these words stand in the clear. */
  private static long plain(Program program, String words) throws SQLException {
    return column(
            program,
            "select 'x' from intake_question where position(convert_to(?, 'UTF8') in answer_sealed)"
                + " > 0",
            words)
        .size();
  }

  private static List<String> column(Program program, String sql, String parameter)
      throws SQLException {
    try (var connection = program.database();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      var values = new ArrayList<String>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
      return values;
    }
  }
}
