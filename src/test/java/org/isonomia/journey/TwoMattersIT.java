package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Marta's story over HTTP, on its very days: a formal complaint is forwarded to the City Council, a
 * signal about accessibility goes on in the same case, each is closed by itself.
 */
class TwoMattersIT {
  private static final String FILED = "2027-02-15T09:40:00+01:00";

  private static Program program;
  private static Filing filing;

  @BeforeAll
  static void start() throws IOException {
    program =
        Program.start(
            "two-matters",
            Map.of("isonomia.demo", "true", "isonomia.demo.begins", Program.BEFORE_THE_STORIES));
    filing = new Filing(program.baseUrl());
  }

  @AfterAll
  static void stop() {
    if (program != null) {
      program.close();
    }
  }

  @Test
  void a_complaint_is_forwarded_and_a_signal_goes_on() throws IOException {
    itIs(FILED);
    var filed = filing.file(report());
    assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
    var number = Filing.json(filed).getString("caseNumber");
    var receipt = Filing.json(filed).getString("receipt");
    var at = "/casework/cases/" + number;
    assertThat(date(receipt, "ACK_HUMAN")).isEqualTo("2027-02-18 RUNNING");
    assertThat(date(receipt, "FORWARD_231")).isEqualTo("2027-02-22 RUNNING");
    assertThat(date(receipt, "SETTLE_237")).isEqualTo("2027-03-15 RUNNING");

    itIs("2027-02-16T09:00:00+01:00");
    var joanna = staff("joanna");
    joanna.does(at + "/acknowledge-report", "text", "Dziękujemy, czytamy.");
    joanna.does(
        at + "/qualify-report",
        "qualification",
        "COMPLAINT_KPA",
        "competent",
        "no",
        "risk",
        "NONE",
        "priority",
        "NORMAL");

    itIs("2027-02-18T12:00:00+01:00");
    var anna = staff("anna");
    anna.does(at + "/assess-complaint", "choice", "FORWARD");
    var council = anna.find(at + "/forward-by-competence", "<option value=\"(\\d+)\">Rada Miasta");
    anna.does(
        at + "/forward-by-competence",
        "institution",
        council,
        "legalBasis",
        "art. 229 pkt 3, art. 231 KPA",
        "summary",
        "Odmowa wstępu",
        "letter",
        "Właściwa jest Rada Miasta.");
    assertThat(matters(receipt)).containsExactly("1 COMPLAINT_KPA TRANSFERRED_231");
    assertThat(date(receipt, "FORWARD_231")).isEqualTo("2027-02-22 MET");
    assertThat(date(receipt, "SETTLE_237")).isEqualTo("2027-03-15 STOPPED");

    var signal =
        new String[] {
          "qualification",
          "SIGNAL",
          "topics",
          "ACCESSIBILITY",
          "reason",
          "Podjazd do koordynatora dostępności"
        };
    assertThat(joanna.post(at + "/add-matter", signal).statusCode())
        .as("the intake desk adds no matter")
        .isEqualTo(403);
    anna.does(at + "/add-matter", signal);
    assertThat(filing.mailbox(receipt).getString("status")).isEqualTo("IN_PROGRESS");
    assertThat(matters(receipt))
        .as("the most active one first")
        .containsExactly("2 SIGNAL IN_PROGRESS", "1 COMPLAINT_KPA TRANSFERRED_231");
    assertThat(date(receipt, "ACCESSIBILITY")).isEqualTo("2027-02-25 RUNNING");
    anna.does(
        at + "/qualify-report",
        "matter",
        "2",
        "qualification",
        "INFO_REQUEST",
        "risk",
        "NONE",
        "priority",
        "NORMAL",
        "topics",
        "ACCESSIBILITY",
        "reason",
        "Prosi o informację");
    assertThat(matters(receipt))
        .containsExactly("2 INFO_REQUEST IN_PROGRESS", "1 COMPLAINT_KPA TRANSFERRED_231");
    assertThat(date(receipt, "ACCESSIBILITY")).isEqualTo("2027-02-25 RUNNING");

    itIs("2027-02-24T10:00:00+01:00");
    anna.does(at + "/assess-complaint", "choice", "CONCLUDE");
    assertThat(anna.post(at + "/propose-outcome", "outcome", "INFO_GIVEN", "text", "Tak.").body())
        .as("with two matters one says which is meant")
        .contains("matter-error");
    anna.does(
        at + "/propose-outcome", "matter", "2", "outcome", "INFO_GIVEN", "text", "Podjazd jest.");
    staff("piotr").does(at + "/confirm-outcome", "decision", "yes");
    assertThat(matters(receipt))
        .containsExactly("1 COMPLAINT_KPA TRANSFERRED_231", "2 INFO_REQUEST CLOSED");
    assertThat(date(receipt, "ACCESSIBILITY")).isEqualTo("2027-02-25 MET");

    itIs("2027-03-12T11:00:00+01:00");
    anna.does(at + "/assess-complaint", "choice", "CONCLUDE");
    anna.does(
        at + "/propose-outcome",
        "outcome",
        "PRACTICE_CHANGED",
        "manner",
        "ZASADNA",
        "text",
        "Rada uznała skargę.",
        "signer",
        "Anna Nowak",
        "office",
        "inspektorka");
    staff("piotr").does(at + "/confirm-outcome", "decision", "yes");
    var closed = filing.mailbox(receipt);
    assertThat(closed.getString("status")).isEqualTo("CLOSED");
    assertThat(closed.getJsonArray("matters").getValuesAs(JsonObject.class))
        .extracting(m -> m.getInt("matter"), m -> m.getString("outcome"))
        .containsExactly(tuple(1, "PRACTICE_CHANGED"), tuple(2, "INFO_GIVEN"));
    assertThat(date(receipt, "RETALIATION_CHECK")).isEqualTo("2027-04-12 RUNNING");
    assertThat(anna.read(at)).contains("2. ").doesNotContain("/add-matter");

    var markRead = at + "/messages/read";
    write(receipt);
    assertThat(anna.read(at)).contains(markRead);
    assertThat(anna.read("/casework")).contains(at + "#messages");
    anna.does(at + "/messages", "text", "Czy spotkało Panią coś złego?");
    assertThat(anna.read(at)).doesNotContain(markRead);
    assertThat(anna.read("/casework")).doesNotContain(at + "#messages");
    assertThat(filing.mailbox(receipt).getString("status")).isEqualTo("CLOSED");
  }

  @Test
  void a_letter_to_the_competent_body_leaves_the_other_matter_here() throws IOException {
    var filed = Filing.json(filing.file(report()));
    var receipt = filed.getString("receipt");
    var at = "/casework/cases/" + filed.getString("caseNumber");
    var joanna = staff("joanna");
    joanna.does(at + "/acknowledge-report", "text", "Dziękujemy, czytamy.");
    joanna.does(
        at + "/qualify-report",
        "qualification",
        "COMPLAINT_KPA",
        "competent",
        "no",
        "risk",
        "NONE",
        "priority",
        "NORMAL");
    var anna = staff("anna");
    for (var kind : List.of("SIGNAL", "REQUEST_KPA")) {
      anna.does(at + "/add-matter", "qualification", kind, "competent", "no", "reason", "Osobno.");
    }
    anna.does(at + "/assess-complaint", "choice", "FORWARD");
    var page = at + "/forward-by-competence";
    var council = anna.find(page, "<option value=\"(\\d+)\">Rada Miasta");
    var letter =
        new String[] {
          "institution",
          council,
          "legalBasis",
          "art. 243 KPA",
          "summary",
          "Wniosek",
          "letter",
          "Właściwa jest Rada Miasta.",
          "matter",
          "3"
        };
    assertThat(anna.post(page, Arrays.copyOf(letter, 8)).body())
        .as("two formal matters: one says which is meant")
        .contains("matter-error");
    anna.does(page, letter);
    assertThat(matters(receipt))
        .containsExactly(
            "1 COMPLAINT_KPA IN_PROGRESS", "2 SIGNAL IN_PROGRESS", "3 REQUEST_KPA TRANSFERRED_231");
    assertThat(date(receipt, "FORWARD_243")).endsWith("MET");
    assertThat(date(receipt, "SETTLE_244")).endsWith("STOPPED");
    assertThat(date(receipt, "SETTLE_237")).endsWith("RUNNING");
    assertThat(anna.get(at + "/qualify-report?matter=9").statusCode()).isEqualTo(404);
    anna.does(at + "/assess-complaint", "choice", "REFER");
  }

  @Test
  void the_worklist_says_how_many_letters_wait_beside_those_it_shows() throws IOException {
    for (int i = 0; i < 26; i++) {
      var filed = filing.file(report());
      assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
      write(Filing.json(filed).getString("receipt"));
    }
    assertThat(staff("anna").read("/casework")).containsPattern("Czeka(ją)? jeszcze \\d");
  }

  @Test
  void a_mistyped_number_and_one_that_is_not_theirs_read_alike() throws IOException {
    var anna = staff("anna");
    for (var typed : List.of("ET-2027-99999", "ET-27-1", "ET-2027-00000")) {
      var answer = anna.get("/casework/cases/" + typed);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("Nie ma takiej sprawy albo nie masz do niej dostępu.");
    }
  }

  private static void write(String receipt) throws IOException {
    var written =
        filing.post("/api/mailbox/messages", "{\"text\":\"Piszę.\"}", Map.of("X-Receipt", receipt));
    assertThat(written.statusCode()).as(written.body()).isLessThan(300);
  }

  private static void itIs(String time) throws IOException {
    var moved = filing.post("/api/demo/clock", "{\"now\":\"" + time + "\"}", Map.of());
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
  }

  private static Staff staff(String login) throws IOException {
    return Staff.signIn(program.baseUrl(), login);
  }

  /** "2 SIGNAL IN_PROGRESS", in the order of the mailbox. */
  private static List<String> matters(String receipt) throws IOException {
    return filing.mailbox(receipt).getJsonArray("matters").stream()
        .map(JsonValue::asJsonObject)
        .map(
            m ->
                m.getInt("matter")
                    + " "
                    + m.getString("qualification")
                    + " "
                    + m.getString("status"))
        .toList();
  }

  /** The first date of this clock and its state. */
  private static String date(String receipt, String clock) throws IOException {
    return filing.mailbox(receipt).getJsonArray("dates").stream()
        .map(JsonValue::asJsonObject)
        .filter(d -> d.getString("clock").equals(clock))
        .map(d -> d.getString("date") + " " + d.getString("state"))
        .findFirst()
        .orElse("none");
  }

  private static String report() {
    return """
        {"language":"pl","identity":{"mode":"NAMED","name":"Marta Zmyślona","address":"ul. Przykładowa 5, 30-001 Kraków"},
         "role":"VICTIM","requested":"COMPLAINT_KPA","narrative":"Dziś nie ma podjazdu, proszę przyjść z kimś.",
         "incident":{"date":"2027-02-12","place":"dom kultury","area":"CULTURE_SPORT"},
         "grounds":["DISABILITY"],"conduct":["DENIAL_RA"],"respondent":{"type":"CITY_UNIT"}}
        """;
  }
}
