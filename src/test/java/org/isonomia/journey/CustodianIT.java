package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who a confidential reporter is opens for the identity custodian only, on the record; cases are
 * found by what may be known of them, and names of private persons by custodians.
 */
class CustodianIT {
  private static final String NAME = "Halina Modrak";
  private static final String PHONE = "+48 600 700 811";
  private static final String REASON = "wezwanie z sądu, powód-chabrowy";
  private static Program program;
  private static Filing filing;

  @BeforeAll
  static void begin() {
    program = Program.shared();
    filing = new Filing(program.baseUrl());
  }

  @Test
  void the_custodian_opens_an_identity_and_office_and_reporter_learn_of_it() throws Exception {
    var filed = filed("CONFIDENTIAL", "Sąsiad mnie obraża.", "Zenon Perz");
    var at = "/casework/cases/" + filed.number;
    var marek = staff("marek");

    // without a reason nothing is shown and nothing is written
    var unsaid = marek.post("/casework/identity", "number", filed.number, "reason", " ");
    assertThat(unsaid.statusCode()).isEqualTo(422);
    assertThat(unsaid.body()).doesNotContain(NAME);
    assertThat(openings(filed.number)).isZero();
    var joanna = staff("joanna");
    assertThat(joanna.read(at)).doesNotContain(NAME).doesNotContain("id=\"openings\"");

    var opened = marek.post("/casework/identity", "number", filed.number, "reason", REASON);
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.body()).contains(NAME).contains(PHONE).contains("po 18").contains(REASON);
    // how it is not safe to reach her, in words and before the number
    assertThat(opened.body().indexOf("Ktoś inny może odebrać telefon"))
        .isPositive()
        .isLessThan(opened.body().indexOf(PHONE));
    assertThat(openings(filed.number)).isEqualTo(1);

    // another custodian reads that it was done, and not whom it was about
    assertThat(staff("dorota").read("/casework/identity"))
        .contains(filed.number)
        .contains(REASON)
        .doesNotContain(NAME);
    assertThat(joanna.read(at)).contains("id=\"openings\"").contains(REASON).doesNotContain(NAME);
    var mailbox = mailbox(filed.receipt);
    assertThat(mailbox).contains("id=\"openings\"").contains("powiernik tożsamości");
    assertThat(mailbox).doesNotContain(REASON).doesNotContain("Marek");
  }

  @Test
  void a_wrong_number_and_a_case_that_is_not_confidential_are_each_told_clearly() throws Exception {
    var marek = staff("marek");
    assertThat(refusal(marek, "ET-2026")).contains("Numer wygląda tak");
    assertThat(refusal(marek, "ET-2031-00001")).contains("Nie ma sprawy o tym numerze");
    for (var mode : new String[] {"NAMED", "ANONYMOUS"}) {
      var filed = filed(mode, "Ktoś krzyczy.", null);
      assertThat(refusal(marek, filed.number)).contains("nie jest poufna").doesNotContain(NAME);
      assertThat(openings(filed.number)).isZero();
    }
  }

  @Test
  void nobody_else_gets_to_the_page() throws Exception {
    var filed = filed("CONFIDENTIAL", "Ktoś krzyczy.", null);
    for (var login : new String[] {"anna", "piotr", "zofia", "jan"}) {
      var other = staff(login);
      assertThat(other.get("/casework/identity").statusCode()).as(login).isEqualTo(403);
      var answer = other.post("/casework/identity", "number", filed.number, "reason", "x");
      assertThat(answer.statusCode()).as(login).isEqualTo(403);
      assertThat(other.post("/casework/identity/names", "name", NAME).statusCode()).isEqualTo(403);
    }
    assertThat(openings(filed.number)).isZero();
  }

  @Test
  void a_private_person_is_found_by_name_and_the_name_lies_nowhere_readable() throws Exception {
    var first = filed("ANONYMOUS", "Pierwszy raz.", "Bronisław Żelazny");
    var second = filed("CONFIDENTIAL", "Drugi raz.", "zelazny  BRONISLAW");
    var other = filed("ANONYMOUS", "Ktoś inny.", "Bronisław Żelaznowski");

    var found = staff("marek").post("/casework/identity/names", "name", "Żelazny Bronisław");

    assertThat(found.statusCode()).isEqualTo(200);
    var numbers = found.body().substring(found.body().indexOf("id=\"names\""));
    assertThat(numbers).contains(first.number).contains(second.number).doesNotContain(other.number);
    assertThat(
            count(
                "select count(distinct tag_hash) from casework_name_index where case_number in ('"
                    + first.number
                    + "','"
                    + second.number
                    + "','"
                    + other.number
                    + "')"))
        .isEqualTo(2);
    // the office still reads the name on the page of the case
    assertThat(staff("joanna").read("/casework/cases/" + first.number)).contains("Żelazny");
    // one filed after the first search is found by the next one
    var third = filed("ANONYMOUS", "Trzeci raz.", "Bronisław Żelazny");
    assertThat(staff("dorota").post("/casework/identity/names", "name", "bronisław żelazny").body())
        .contains(third.number);
    var nobody = staff("marek").post("/casework/identity/names", "name", " ");
    assertThat(nobody.statusCode()).isEqualTo(422);
  }

  @Test
  void cases_are_found_by_words_codes_dates_and_organisation() throws Exception {
    var filed = filed("ANONYMOUS", "Kierownik powiedział słowo-krokodylek.", null);
    var joanna = staff("joanna");
    assertThat(search(joanna, "words", "KROKODYLEK slowo")).contains(filed.number);
    assertThat(search(joanna, "words", "krokodylek hipopotam")).doesNotContain(filed.number);
    assertThat(search(joanna, "words", "krokodylek", "ground", "NATIONALITY", "status", "NEW"))
        .contains(filed.number);
    assertThat(search(joanna, "words", "krokodylek", "ground", "AGE")).doesNotContain(filed.number);
    assertThat(search(joanna, "words", "krokodylek", "area", "HOUSING"))
        .doesNotContain(filed.number);
    assertThat(
            search(
                joanna, "words", "krokodylek", "to-day", "1", "to-month", "1", "to-year", "2020"))
        .doesNotContain(filed.number);
    assertThat(joanna.post("/casework/cases", "from-day", "31", "from-month", "2").statusCode())
        .isEqualTo(422);

    var at = "/casework/cases/" + filed.number;
    joanna.does(at + "/acknowledge-report", "text", "Dziękujemy.");
    var institution =
        joanna.find(at + "/qualify-report", "<option value=\"(\\d+)\">Centrum Pomocy Prawnej");
    joanna.does(
        at + "/qualify-report",
        "qualification",
        "SIGNAL",
        "risk",
        "NONE",
        "priority",
        "NORMAL",
        "title",
        "Krokodylek",
        "respondent",
        institution);
    assertThat(search(joanna, "institution", institution)).contains(filed.number);
    assertThat(joanna.read(at)).contains("Centrum Pomocy Prawnej");

    // a number leads to its case
    var led = joanna.post("/casework/cases", "number", filed.number.toLowerCase());
    assertThat(led.headers().firstValue("Location")).hasValue(at);
    assertThat(joanna.post("/casework/cases", "number", "ET-1").statusCode()).isEqualTo(422);
    // who may not see cases does not search them
    assertThat(staff("marek").post("/casework/cases", "words", "krokodylek").statusCode())
        .isEqualTo(403);
  }

  private static String search(Staff who, String... fields) throws IOException {
    var answer = who.post("/casework/cases", fields);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static String refusal(Staff who, String number) throws IOException {
    var answer = who.post("/casework/identity", "number", number, "reason", REASON);
    assertThat(answer.statusCode()).isEqualTo(422);
    return answer.body();
  }

  private record Filed(String number, String receipt) {}

  private static Filed filed(String mode, String narrative, String respondent) throws IOException {
    var identity = Json.createObjectBuilder().add("mode", mode);
    var report =
        Json.createObjectBuilder(
            Json.createReader(new StringReader(Filing.report("pl", narrative))).readObject());
    if (!mode.equals("ANONYMOUS")) {
      identity.add("name", NAME).add("address", "ul. Polna 3, Kraków").add("phone", PHONE);
      report.add("safeContact", "po 18");
      report.add(
          "answers",
          Json.createObjectBuilder()
              .add("contactCare", Json.createArrayBuilder().add("PHONE_SHARED")));
    }
    report.add("identity", identity);
    if (respondent != null) {
      report.add(
          "respondent",
          Json.createObjectBuilder().add("type", "PRIVATE_PERSON").add("name", respondent));
    }
    var answer = filing.file(report.build().toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var json = Filing.json(answer);
    return new Filed(json.getString("caseNumber"), json.getString("receipt"));
  }

  private static String mailbox(String receipt) throws IOException {
    var reporter = Staff.nobody(program.baseUrl());
    reporter.does("/pl/mailbox", "receipt", receipt);
    return reporter.read("/pl/mailbox/open");
  }

  private static Staff staff(String login) throws IOException {
    return Staff.signIn(program.baseUrl(), login);
  }

  private static long openings(String number) throws SQLException {
    return count(
        "select count(*) from casework_identity_opening where case_number = '" + number + "'");
  }

  private static long count(String sql) throws SQLException {
    try (var connection = program.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
