package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Something was lost or misused: which cases that could have exposed and which were opened, what is
 * decided, who is told. And the register of processing, inside and for everybody.
 */
class BreachIT {
  private static final String COULD = "mogło zostać ujawnione";
  private static final String DID = "otwierano w tym czasie";

  private static Program program;
  private static Filing filing;

  @BeforeAll
  static void begin() {
    program = Program.shared();
    filing = new Filing(program.baseUrl());
  }

  private record Filed(String number, String receipt) {}

  @Test
  void an_account_a_key_a_team_and_a_time_lead_to_the_cases_they_could_have_exposed()
      throws Exception {
    var read = file("Ktoś krzyczał, słowo-nagietek.");
    var unread = file("Ktoś krzyczał, słowo-nasturcja.");
    var anna = staff("anna");
    anna.read("/casework/cases/" + read.number);
    var magda = staff("magda");

    var account = magda.read(opened(magda, "subject", "ACCOUNT:" + id("anna")));
    assertThat(line(account, read.number)).contains(COULD).contains(DID);
    assertThat(line(account, unread.number)).contains(COULD).doesNotContain(DID);
    assertThat(account).contains("72 godzin").doesNotContain("nagietek");

    var administrator = magda.read(opened(magda, "subject", "ACCOUNT:" + id("jan")));
    assertThat(administrator)
        .as("the administrator holds no key of a case")
        .doesNotContain(read.number);

    var key =
        text(
            "select e.reader from privacy_envelope e where e.reader like 'K%' and e.root = '"
                + read.number
                + "'");
    var byKey = magda.read(opened(magda, "subject", key.replaceAll("^K(\\d+).*", "KEY:$1")));
    assertThat(line(byKey, read.number)).contains(COULD).doesNotContain(DID);
    var byTeam = magda.read(opened(magda, "subject", "TEAM:OFFICE"));
    assertThat(line(byTeam, unread.number)).contains(COULD);
    var byOthers = magda.read(opened(magda, "subject", "TEAM:COUNCIL"));
    assertThat(byOthers).doesNotContain(read.number);

    var period = magda.read(opened(magda, "subject", "PERIOD"));
    assertThat(line(period, read.number)).contains(DID);
    assertThat(period).as("filed, and opened by nobody").doesNotContain(unread.number);
    var backup = magda.read(opened(magda, "subject", "BACKUP"));
    assertThat(line(backup, unread.number)).contains(COULD);
  }

  @Test
  void what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost() throws Exception {
    var magda = staff("magda");
    var noKind = magda.post("/privacy/breach", "subject", "4711");
    assertThat(noKind.statusCode()).isEqualTo(422);
    assertThat(noKind.body()).contains("Wybierz, co się stało");
    var noNumber = magda.post("/privacy/breach", "subject", "KEY:klucz-Anny");
    assertThat(noNumber.statusCode()).isEqualTo(422);
    assertThat(noNumber.body()).contains("Wybierz, co się stało");
    var backwards =
        dated("PERIOD", "from-day", "5", "from-month", "10", "from-year", "2026", "until", "4.10");
    assertThat(magda.post("/privacy/breach", backwards).body()).contains("Koniec jest przed");
    var noDay =
        dated("PERIOD", "from-day", "31", "from-month", "2", "from-year", "2026", "until", "");
    var answer = magda.post("/privacy/breach", noDay);
    assertThat(answer.statusCode()).as("31 February is no beginning").isEqualTo(422);
    assertThat(answer.body()).contains("id=\"from-error\"");
    var story = "nośnik, na którym zapisano imię i nazwisko pewnej osoby oraz to, co ją spotkało";
    var words = magda.post("/privacy/breach", "subject", "BACKUP:" + story);
    assertThat(words.statusCode()).as("no story is kept in clear").isEqualTo(422);
    assertThat(words.body()).doesNotContain(story);
  }

  @Test
  void the_chosen_reporters_are_told_once_in_their_mailbox_and_the_breach_ends_when_all_is_done()
      throws Exception {
    var told = file("Ktoś krzyczał, słowo-rumianek.");
    var other = file("Ktoś krzyczał, słowo-szałwia.");
    var headers = Map.of("X-Receipt", told.receipt);
    filing.post("/api/mailbox/messages", "{\"text\":\"Czy ktoś to czyta?\"}", headers);
    var hidden = file("Ktoś krzyczał, słowo-melisa.");
    staff("anna")
        .does(
            "/casework/cases/" + hidden.number + "/declare-conflict",
            "ownReason",
            "Krzyczał mój brat");
    var magda = staff("magda");
    // not by the team: its envelope of the hidden case is gone since the conflict
    var at = opened(magda, "subject", "BACKUP");
    var incident = at.substring(at.lastIndexOf('/') + 1);

    assertThat(magda.post(at + "/close").statusCode()).as("nothing is decided").isEqualTo(409);
    var reasonless =
        magda.post(at + "/decide", "authority", "TELL", "persons", "TELL", "reason", " ");
    assertThat(reasonless.statusCode()).isEqualTo(422);
    assertThat(reasonless.body()).contains("Napisz krótko dlaczego");
    magda.does(
        at + "/decide",
        "authority",
        "TELL",
        "persons",
        "TELL",
        "cases",
        told.number,
        "cases",
        hidden.number,
        "reason",
        "Klucz leżał na biurku-macierzanka");
    assertThat(magda.post(at + "/close").statusCode()).as("nobody was told").isEqualTo(409);
    assertThat(magda.read(at)).contains("macierzanka");
    assertThat(text("select string_agg(t::text, ' ') from rights_incident t"))
        .as("reasons are sealed")
        .doesNotContain("macierzanka");

    assertThat(magda.post(at + "/tell").statusCode())
        .as("the officer holds no key of a case")
        .isEqualTo(403);
    var anna = staff("anna");
    assertThat(anna.read("/privacy/breach/tell")).contains(incident);
    assertThat(anna.post(at + "/tell").body())
        .contains("Zawiadomiono: 1.")
        .contains("kogoś innego");
    assertThat(anna.post(at + "/tell").body()).contains("Zawiadomiono: 0.");
    assertThat(mailbox(hidden))
        .as("who is kept out of a case tells nobody of it, and the others are told")
        .doesNotContain("stwierdziliśmy naruszenie ochrony danych");
    assertThat(anna.read("/privacy/breach/tell")).doesNotContain(incident);
    assertThat(mailbox(told)).containsOnlyOnce("stwierdziliśmy naruszenie ochrony danych");
    assertThat(staff("piotr").post(at + "/tell").statusCode()).isEqualTo(200);
    assertThat(mailbox(hidden)).containsOnlyOnce("stwierdziliśmy naruszenie ochrony danych");
    assertThat(mailbox(other)).doesNotContain("stwierdziliśmy naruszenie ochrony danych");
    assertThat(line(magda.read(at), told.number)).contains("zawiadomiono");
    assertThat(
            text(
                "select count(*)::text from intake_message where sender = 'REPORTER' and read_at is null and number = '"
                    + told.number
                    + "'"))
        .as("a letter to many is no sign that somebody has read")
        .isEqualTo("1");

    assertThat(magda.post(at + "/notified").body()).contains("name=\"sure\"");
    magda.does(at + "/notified", "sure", "yes");
    magda.does(at + "/close", "sure", "yes");
    assertThat(magda.read(at)).contains("Zamknięto").doesNotContain(at + "/decide");
    assertThat(
            magda
                .post(
                    at + "/decide",
                    "authority",
                    "NOT_NEEDED",
                    "persons",
                    "NOT_NEEDED",
                    "reason",
                    "Jednak nie")
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void only_the_officer_keeps_breaches_and_the_register_shows_everybody_what_is_for_everybody()
      throws Exception {
    for (var login : List.of("anna", "zofia", "jan", "katarzyna", "helena")) {
      assertThat(staff(login).get("/privacy/breach").statusCode()).as(login).isEqualTo(403);
      assertThat(staff(login).get("/privacy/register").statusCode()).as(login).isEqualTo(403);
    }
    assertThat(staff("magda").read("/privacy/register"))
        .contains("Rejestr czynności przetwarzania")
        .contains("intake_report")
        .contains("audit_record");
    var anybody = Staff.nobody(program.baseUrl());
    for (var language : List.of("pl", "en", "uk")) {
      assertThat(anybody.read("/" + language + "/privacy/register"))
          .as("the inside of the house is not for everybody")
          .doesNotContain("intake_report", "audit_record", "rights.", "privacy.register");
    }
    assertThat(anybody.read("/pl/privacy/register")).contains("Rejestr czynności przetwarzania");
  }

  private static String[] dated(String kind, String... fields) {
    var all = new ArrayList<>(List.of("subject", kind));
    for (int i = 0; i < fields.length; i += 2) {
      if (!fields[i].equals("until")) {
        all.addAll(List.of(fields[i], fields[i + 1]));
      } else if (!fields[i + 1].isEmpty()) {
        var day = fields[i + 1].split("\\.");
        all.addAll(List.of("until-day", day[0], "until-month", day[1], "until-year", "2026"));
      }
    }
    return all.toArray(String[]::new);
  }

  /** Address of the breach that was written down. */
  private static String opened(Staff magda, String... fields) throws IOException {
    var answer = magda.post("/privacy/breach", fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
  }

  private static String line(String page, String number) {
    var line = Pattern.compile("<li><span class=\"iso-number\">" + number + "</span>[^\n]*");
    var found = line.matcher(page);
    assertThat(found.find()).as(number + " is on the page").isTrue();
    return found.group();
  }

  private static Filed file(String words) throws IOException {
    var filed = Filing.json(filing.file(Filing.report("pl", words)));
    return new Filed(filed.getString("caseNumber"), filed.getString("receipt"));
  }

  private static String mailbox(Filed filed) throws IOException {
    return filing.mailbox(filed.receipt).toString();
  }

  private static Staff staff(String login) throws IOException {
    return Staff.signIn(program.baseUrl(), login);
  }

  private static String id(String login) throws SQLException {
    return text("select id::text from access_account where login = '" + login + "'");
  }

  private static String text(String sql) throws SQLException {
    try (var connection = program.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
