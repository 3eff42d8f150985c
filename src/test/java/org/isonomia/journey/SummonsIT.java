package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A formal letter is completed behind the receipt, or lives on as a signal (regulation of 8 January
 * 2002, § 8); and what a reporter reads there is true at every stage.
 */
class SummonsIT {
  private static final String FILED = "2027-02-15T09:40:00+01:00";
  private static final String ADDRESS = "ul. Zmyślona 9, 31-000 Kraków";

  private static Program program;
  private static Filing filing;

  private record Filed(String number, String receipt) {
    String at() {
      return "/casework/cases/" + number;
    }

    Staff visit() throws IOException {
      var reporter = Staff.nobody(program.baseUrl());
      reporter.does("/pl/mailbox", "receipt", receipt);
      return reporter;
    }
  }

  @BeforeAll
  static void start() throws IOException {
    program =
        Program.start(
            "summons",
            Map.of("isonomia.demo", "true", "isonomia.demo.begins", Program.BEFORE_THE_STORIES));
    filing = new Filing(program.baseUrl());
    itIs(FILED);
  }

  @AfterAll
  static void stop() {
    if (program != null) {
      program.close();
    }
  }

  private static void itIs(String time) throws IOException {
    var moved = filing.post("/api/demo/clock", "{\"now\":\"" + time + "\"}", Map.of());
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
  }

  private static Staff staff(String login) throws IOException {
    return Staff.signIn(program.baseUrl(), login);
  }

  private static Filed filed(String requested, String narrative) throws IOException {
    var formal = !requested.equals("SIGNAL");
    var identity = Json.createObjectBuilder().add("mode", formal ? "NAMED" : "ANONYMOUS");
    if (formal) {
      identity.add("name", "M.").add("address", "Kraków");
    }
    var json =
        Filing.json(
            filing.file(
                Json.createObjectBuilder()
                    .add("language", "pl")
                    .add("identity", identity)
                    .add("requested", requested)
                    .add("narrative", narrative)
                    .add(
                        "incident",
                        Json.createObjectBuilder()
                            .add("date", "2027-02-12")
                            .add("area", "CULTURE_SPORT"))
                    .add("grounds", Json.createArrayBuilder().add("DISABILITY"))
                    .add("respondent", Json.createObjectBuilder().add("type", "CITY_UNIT"))
                    .build()
                    .toString()));
    return new Filed(json.getString("caseNumber"), json.getString("receipt"));
  }

  private static void triaged(Filed filed) throws IOException {
    var joanna = staff("joanna");
    joanna.does(filed.at() + "/acknowledge-report", "text", "Czytamy.");
    joanna.does(
        filed.at() + "/qualify-report",
        "qualification",
        "COMPLAINT_KPA",
        "competent",
        "yes",
        "risk",
        "NONE",
        "priority",
        "NORMAL",
        "title",
        "Brak podjazdu");
  }

  private static List<String> matters(Filed filed) throws IOException {
    return filing.mailbox(filed.receipt()).getJsonArray("matters").stream()
        .map(m -> m.asJsonObject())
        .map(m -> m.getString("qualification") + " " + m.getString("status"))
        .toList();
  }

  private static List<String> dates(Filed filed, String clock) throws IOException {
    return filing.mailbox(filed.receipt()).getJsonArray("dates").stream()
        .map(d -> d.asJsonObject())
        .filter(d -> d.getString("clock").equals(clock))
        .map(d -> d.getString("date") + " " + d.getString("state"))
        .toList();
  }

  private static String section(String page, String id) {
    return page.replaceFirst("(?s).*id=\"" + id + "\"", "").replaceFirst("(?s)</section>.*", "");
  }

  @Test
  void one_letter_is_completed_in_time_and_the_other_lives_on_as_a_signal() throws IOException {
    var completed = filed("COMPLAINT_KPA", "Nie wpuszczono mnie.");
    var failing = filed("COMPLAINT_KPA", "Tak nie może być.");
    triaged(completed);
    triaged(failing);
    var anna = staff("anna");
    var joanna = staff("joanna");
    assertThat(anna.read(failing.at())).contains(failing.at() + "/summons");

    var nothing = anna.post(failing.at() + "/summons", "missing", "MATTER_UNCLEAR");
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.body()).contains("Zapytaj, co jest niejasne");
    assertThat(joanna.post(failing.at() + "/summons", "missing", "NAME").statusCode())
        .as("the intake desk does not summon")
        .isEqualTo(403);
    var summons =
        new String[] {
          "missing", "ADDRESS", "missing", "MATTER_UNCLEAR", "words", "Gdzie to było i kto odmówił?"
        };
    anna.does(completed.at() + "/summons", summons);
    anna.does(failing.at() + "/summons", summons);
    assertThat(anna.read(failing.at() + "/summons")).contains("Czas nie biegnie");
    assertThat(anna.post(failing.at() + "/leave-unexamined", leave()).statusCode())
        .as("nothing happens to somebody whom it has not reached")
        .isEqualTo(409);

    // both read it on Thursday evening: the seventh day is Thursday 25 February
    itIs("2027-02-18T21:00:00+01:00");
    var marta = completed.visit();
    assertThat(marta.read("/pl/mailbox/open"))
        .contains("Uzupełnij swoje pismo", "25 lutego 2027", "§ 8")
        .contains("Gdzie to było i kto odmówił?")
        .contains("Nic wtedy nie przepadnie");
    assertThat(dates(failing, "SUPPLEMENT_8")).containsExactly("2027-02-25 RUNNING");
    assertThat(anna.read(failing.at() + "/summons")).contains("25 lutego 2027");

    var form = marta.read("/pl/mailbox/own/complete");
    assertThat(form).contains("name=\"address\"", "name=\"meant\"").doesNotContain("name=\"name\"");
    assertThat(form)
        .as("what was asked, and by when, stands where it is answered")
        .contains(
            "Gdzie to było i kto odmówił?", "wyjaśnienia, o co Ci chodzi", "25 lutego 2027", "§ 8");
    var blank = marta.post("/pl/mailbox/own/complete", "address", ADDRESS, "meant", " ");
    assertThat(blank.statusCode()).isEqualTo(422);
    assertThat(blank.body())
        .as("nothing typed is lost")
        .contains(ADDRESS, "Napisz kilka słów: co chcesz nam");
    marta.does(
        "/pl/mailbox/own/complete", "address", ADDRESS, "meant", "W domu kultury. Chcę podjazdu.");
    assertThat(marta.read("/pl/mailbox/open?done=5"))
        .contains("Twoje pismo jest kompletne")
        .doesNotContain("id=\"complete\"");
    assertThat(dates(completed, "SUPPLEMENT_8")).containsExactly("2027-02-25 MET");
    assertThat(matters(completed)).containsExactly("COMPLAINT_KPA IN_PROGRESS");
    assertThat(section(anna.read("/casework"), "unread")).contains(completed.number());
    assertThat(anna.read(completed.at())).contains(ADDRESS, "Chcę podjazdu.", "Nie wpuszczono");

    itIs("2027-02-25T23:50:00+01:00");
    assertThat(anna.post(failing.at() + "/leave-unexamined", leave()).statusCode())
        .as("the last day is theirs to its end")
        .isEqualTo(409);
    assertThat(anna.read("/casework")).doesNotContain("id=\"incomplete\"");

    itIs("2027-02-26T09:00:00+01:00");
    assertThat(section(anna.read("/casework"), "incomplete"))
        .contains(failing.number())
        .doesNotContain(completed.number());
    assertThat(matters(failing))
        .as("nothing happens by itself")
        .containsExactly("COMPLAINT_KPA AWAITING_REPORTER");
    assertThat(joanna.post(failing.at() + "/leave-unexamined", leave()).statusCode())
        .isEqualTo(403);
    assertThat(anna.read(failing.at() + "/leave-unexamined")).contains("Nic nie przepadło");
    anna.does(failing.at() + "/leave-unexamined", leave());

    assertThat(matters(failing))
        .containsExactly("SIGNAL IN_PROGRESS", "COMPLAINT_KPA LEFT_UNEXAMINED");
    assertThat(dates(failing, "SUPPLEMENT_8")).containsExactly("2027-02-25 STOPPED");
    assertThat(dates(failing, "SETTLE_237")).containsExactly("2027-03-15 STOPPED");
    assertThat(dates(failing, "PRELIM_ASSESSMENT"))
        .as("the promise of the filing is kept with its own day")
        .containsExactly("2027-03-01 STOPPED", "2027-03-01 RUNNING");
    var reporter = failing.visit();
    assertThat(reporter.read("/pl/mailbox/open"))
        .contains("Nic nie przepadło: Twoje słowa stały się sygnałem")
        .contains("/pl/mailbox/own/letter")
        .doesNotContain("id=\"complete\"");
    assertThat(reporter.read("/pl/mailbox/own/letter"))
        .contains("zostało bez rozpoznania")
        .doesNotContain("Na razie Twoje zgłoszenie jest sygnałem");
    assertThat(reporter.read("/pl/mailbox/text")).contains("Tak nie może być.");
    assertThat(anna.read(failing.at()))
        .contains("Pozostawienie bez rozpoznania", "Nie odpowiedziano", "Tak nie może być.");
    assertThat(anna.read("/casework")).doesNotContain("id=\"incomplete\"");
    anna.does(failing.at() + "/assess-complaint", "choice", "INFORM");
    assertThat(dates(failing, "PRELIM_ASSESSMENT")).contains("2027-03-01 MET");
  }

  private static String[] leave() {
    return new String[] {
      "reason", "Nie odpowiedziano na wezwanie.", "letter", "Nic nie przepadło. Piszemy dalej."
    };
  }

  @Test
  void a_signal_that_becomes_formal_is_acknowledged_anew_and_the_number_can_be_checked()
      throws IOException {
    var filed = filed("SIGNAL", "Odmowa wstępu.");
    var reporter = filed.visit();
    assertThat(reporter.get("/pl/mailbox/own/paper").statusCode()).as("none yet").isEqualTo(303);
    reporter.does(
        "/pl/mailbox/own/letter",
        "requested",
        "REQUEST_KPA",
        "mode",
        "CONFIDENTIAL",
        "name",
        "Ewa Próbna",
        "address",
        ADDRESS);
    assertThat(reporter.read("/pl/mailbox/open?done=3")).contains("/pl/mailbox/own/paper");
    var settles =
        dates(filed, "SETTLE_244").get(0).replace(" RUNNING", "").replaceFirst("^(\\d+)-.*", "$1");
    var full = reporter.read("/pl/mailbox/own/paper?full=1");
    assertThat(full)
        .contains("wniosek", "art. 244", "Terminy biegną od", filed.number(), settles)
        .doesNotContain(filed.receipt())
        .doesNotContain("Ewa Próbna");
    var neutral = reporter.read("/pl/mailbox/own/paper");
    assertThat(section(neutral.replace("</main>", "</section>"), "code")).doesNotContain("wniosek");
    var pdf = reporter.get("/pl/mailbox/own/paper.pdf?full=1");
    assertThat(pdf.statusCode()).isEqualTo(200);
    assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(pdf.body()).startsWith("%PDF");

    var code = reporter.find("/pl/mailbox/own/paper", "id=\"code\">([0-9A-Z-]{19})<");
    assertThat(reporter.find("/pl/mailbox/own/paper?full=1", "id=\"code\">([0-9A-Z-]{19})<"))
        .as("the same number each time")
        .isEqualTo(code);
    var checked = Staff.nobody(program.baseUrl()).post("/pl/verify", "code", code);
    assertThat(checked.statusCode()).isEqualTo(200);
    assertThat(checked.body()).contains("id=\"said\"").doesNotContain(filed.number());
  }

  @Test
  void a_letter_that_was_formal_from_the_start_keeps_its_acknowledgement_and_its_number()
      throws IOException {
    var answer =
        Filing.json(
            filing.file(
                Filing.report("pl", "Nie wpuszczono mnie.")
                    .replace("\"requested\":\"SIGNAL\"", "\"requested\":\"COMPLAINT_KPA\"")
                    .replace(
                        "{\"mode\":\"ANONYMOUS\"}",
                        "{\"mode\":\"NAMED\",\"name\":\"M.\",\"address\":\"Krakow\"}")));
    var filed = new Filed(answer.getString("caseNumber"), answer.getString("receipt"));
    var reporter = filed.visit();
    assertThat(reporter.read("/pl/mailbox/open")).contains("/pl/mailbox/own/paper");
    assertThat(reporter.find("/pl/mailbox/own/paper", "id=\"code\">([0-9A-Z-]{19})<"))
        .as("the number that was told when it was filed")
        .isEqualTo(answer.getString("acknowledgement"));
    assertThat(reporter.get("/pl/mailbox/own/paper.pdf").body()).startsWith("%PDF");
    assertThat(reporter.read("/pl/mailbox/own/paper?full=1")).contains("skarga", "art. 237");
    var checked =
        Staff.nobody(program.baseUrl())
            .post("/pl/verify", "code", answer.getString("acknowledgement"));
    assertThat(checked.body()).contains("id=\"said\"");
  }

  @Test
  void over_rest_a_completion_says_which_of_two_letters_is_meant() throws IOException {
    var filed = filed("COMPLAINT_KPA", "Nie wpuszczono mnie.");
    triaged(filed);
    var anna = staff("anna");
    anna.does(
        filed.at() + "/add-matter",
        "qualification",
        "REQUEST_KPA",
        "competent",
        "yes",
        "reason",
        "Prosi też o stały podjazd");
    for (var matter : List.of("1", "2")) {
      anna.does(
          filed.at() + "/summons",
          "matter",
          matter,
          "missing",
          "MATTER_UNCLEAR",
          "words",
          "O co chodzi w piśmie " + matter + "?");
    }
    assertThat(filing.mailbox(filed.receipt()).getJsonArray("summonses")).hasSize(2);
    var unnamed = complete(filed, "{\"meant\":\"Chodzi o wejście.\"}");
    assertThat(unnamed.statusCode()).isEqualTo(422);
    assertThat(unnamed.body()).contains("\"/matter\"", "required");
    var wrong = complete(filed, "{\"meant\":\"Chodzi o wejście.\",\"matter\":7}");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("\"/matter\"", "unknown-code");
    assertThat(complete(filed, "{\"meant\":\"Chodzi o wejście.\",\"matter\":\"2\"}").body())
        .contains("not-a-number");
    var second = complete(filed, "{\"meant\":\"Chcę podjazdu.\",\"matter\":2}");
    assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
    var left = filing.mailbox(filed.receipt()).getJsonArray("summonses");
    assertThat(left).hasSize(1);
    assertThat(left.getJsonObject(0).getInt("matter")).isEqualTo(1);
    assertThat(complete(filed, "{\"meant\":\"Chodzi o wejście.\"}").statusCode())
        .as("one need not be named")
        .isEqualTo(200);
  }

  private static HttpResponse<String> complete(Filed filed, String body) throws IOException {
    return filing.post("/api/mailbox/completion", body, Map.of("X-Receipt", filed.receipt()));
  }

  @Test
  void what_happens_now_is_true_after_a_person_has_written_and_after_it_was_taken_back()
      throws IOException {
    var filed = filed("SIGNAL", "Odmowa wstępu.");
    var reporter = filed.visit();
    var box = "next-title";
    assertThat(section(reporter.read("/pl/mailbox/open"), box))
        .contains("Wkrótce przeczyta je człowiek", "człowiek");
    staff("joanna").does(filed.at() + "/messages", "text", "Dzień dobry, czytam.");
    assertThat(section(reporter.read("/pl/mailbox/open"), box))
        .contains("przeczytał Twoje zgłoszenie i napisał do Ciebie")
        .doesNotContain("Wkrótce");
    assertThat(dates(filed, "ACK_HUMAN").get(0)).endsWith("MET");

    reporter.does("/pl/mailbox/own/end", "sure", "yes");
    var page = reporter.read("/pl/mailbox/open");
    assertThat(section(page, box))
        .contains("wycofane", "nie ma dalszych terminów", "Twoje słowa są zaszyfrowane")
        .contains("2029")
        .doesNotContain("Wynik");
    assertThat(page).as("the four steps stay").contains("iso-steps");
    assertThat(page)
        .as("and do not say that it goes on")
        .contains("tego etapu nie będzie")
        .doesNotContain("później");
    assertThat(page).doesNotContain("W tym dniu", "Nie biegnie");
  }

  @Test
  void the_start_page_says_by_when_a_person_replies_as_the_law_book_says() throws IOException {
    var nobody = Staff.nobody(program.baseUrl());
    assertThat(nobody.read("/pl")).contains("Człowiek odpisze Ci najpóźniej w 3 dni robocze.");
    assertThat(nobody.read("/en")).contains("within 3 working days.");
    assertThat(nobody.read("/uk")).contains("за 3 робочі дні.");
  }
}
