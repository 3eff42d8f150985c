package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A reporter corrects what they answered, by the questions they were asked; what follows is told
 * truthfully, and nothing is decided without a person. A page of one case does nothing in another.
 */
class OwnReportIT {
  private static final String REPORT = "/pl/mailbox/text";
  private static Program program;

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
  static void begin() {
    program = Program.shared();
    RightsIT.begin(); // its reports are filed here, too, in whatever order the tests run
  }

  /** Somebody dismissed, who did not know the date. */
  private static Filed filed() throws IOException {
    var report =
        Json.createObjectBuilder(
                Json.createReader(new StringReader(Filing.report("pl", "Zwolnienie-kalina.")))
                    .readObject())
            .add("incident", Json.createObjectBuilder().add("area", "EMPLOYMENT"))
            .build();
    var json = Filing.json(new Filing(program.baseUrl()).file(report.toString()));
    return new Filed(json.getString("caseNumber"), json.getString("receipt"));
  }

  @Test
  void who_finds_the_date_again_says_it_and_the_terms_are_worked_out_anew() throws Exception {
    var filed = filed();
    var reporter = filed.visit();
    var open = reporter.read("/pl/mailbox/open");
    assertThat(open)
        .as("the card says what it does not know and where to say it")
        .contains("Nie znamy daty zdarzenia", "Podaj ten dzień", REPORT + "/when")
        .contains(REPORT + "/more-5");

    var wrong =
        reporter.post(
            REPORT + "/when",
            "date-day",
            "31",
            "date-month",
            "2",
            "date-year",
            "2026",
            "time",
            "koło południa");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).as("nothing typed is lost").contains("koło południa");

    reporter.does(
        REPORT + "/when", "date-day", "3", "date-month", "11", "date-year", "2026", "time", "");
    assertThat(reporter.read("/pl/mailbox/open"))
        .contains("Liczymy więc od dnia zdarzenia: 3 listopada 2026")
        .contains("24 listopada 2026");
    reporter.does(
        REPORT + "/more-5",
        "stillThere",
        "LEFT",
        "endedOn-day",
        "5",
        "endedOn-month",
        "11",
        "endedOn-year",
        "2026");
    assertThat(reporter.read("/pl/mailbox/open"))
        .contains("26 listopada 2026")
        .contains("Twoja poprawka");
    // and is not sure again: that is an answer, too
    reporter.does(
        REPORT + "/when", "date-day", "", "date-month", "", "date-year", "", "unsure", "yes");
    assertThat(reporter.read("/pl/mailbox/open")).contains("Nie znamy daty zdarzenia");
    assertThat(reporter.read(REPORT + "/when"))
        .as("what stood there before")
        .contains("3 listopada 2026");
  }

  @Test
  void who_handles_the_case_reads_what_changed_and_decides_nothing_changes_by_itself()
      throws Exception {
    var filed = filed();
    var clocks = clocks(filed);
    var reporter = filed.visit();
    reporter.does(REPORT + "/place", "area", "HOUSING", "place", "ul. Zmyślona-głóg 4");
    reporter.does(REPORT + "/about", "grounds", "DISABILITY");
    reporter.does(REPORT + "/how", "conduct", "DENIAL_RA");
    reporter.does(
        REPORT + "/by", "respondent", "PRIVATE_PERSON", "respondentName", "Jan Zmyślony-Dereń");
    reporter.does(REPORT + "/safe", "danger", "yes");
    reporter.does(REPORT + "/contact", "needs", "LARGE_PRINT");

    assertThat(reporter.read(REPORT))
        .contains("Zmyślona-głóg", "Zmyślony-Dereń", "Mieszkanie", "112");
    var page = Staff.signIn(program.baseUrl(), "joanna").read(filed.at());
    assertThat(page)
        .contains("Osoba zgłaszająca poprawiła odpowiedzi")
        .contains("Niebezpieczeństwo teraz", "Z czym było to związane", "Powód", "Kto to zrobił")
        .contains("Zmyślona-głóg", "Zmyślony-Dereń", "niepełnosprawność", "osoba prywatna")
        .as("what stood there before, in words")
        .contains("Narodowość");
    assertThat(clocks(filed)).as("no clock began or ended").isEqualTo(clocks);
    assertThat(one("select area || respondent || grounds from casework_case", filed))
        .isEqualTo("HOUSINGPRIVATE_PERSON,DISABILITY,");
    assertThat(one("select priority || ' ' || risk from casework_case", filed))
        .as("danger now waits for nobody")
        .isEqualTo("IMMEDIATE IMMEDIATE");
    assertThat(page).as("and the file says why").contains("jest teraz w niebezpieczeństwie");
    assertThat(one("select count(*)::text from casework_need", filed, "case_number"))
        .as("what is needed now is a task")
        .isEqualTo("1");
    // the mark goes when somebody has read it
    var joanna = Staff.signIn(program.baseUrl(), "joanna");
    joanna.does(filed.at() + "/acknowledge-report", "text", "Czytamy poprawki.");
    assertThat(joanna.read(filed.at())).doesNotContain("Osoba zgłaszająca poprawiła odpowiedzi");
  }

  @Test
  void an_answer_that_opens_a_question_leads_to_it_and_one_that_closes_it_takes_its_answers_away()
      throws Exception {
    var filed = filed();
    var reporter = filed.visit();
    var opened = reporter.post(REPORT + "/who", "role", "PARENT_GUARDIAN");
    assertThat(opened.headers().firstValue("Location").orElse(""))
        .endsWith(REPORT + "/more-2?done=1");
    assertThat(reporter.read(REPORT + "/more-2?done=1"))
        .as("the answer is saved, and the rest may wait")
        .contains("Zapisane. Ta odpowiedź otwiera dalsze pytanie", "Nie teraz, wróć do mojego");
    reporter.does(REPORT + "/more-2", "childAge", "FROM_7", "childView", "Boi się-wiąz.");
    var joanna = Staff.signIn(program.baseUrl(), "joanna");
    assertThat(joanna.read(filed.at())).contains("Boi się-wiąz.");

    var first = reporter.post(REPORT + "/who", "role", "VICTIM");
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body())
        .as("before anything is saved, the page says which questions go and what stays")
        .contains("Jeszcze nic nie zapisaliśmy", "Odpowiedzi nie giną")
        .contains("name=\"sure\" value=\"childAge\"", "name=\"sure\" value=\"childView\"");
    assertThat(reporter.read(REPORT)).contains("Boi się-wiąz.");
    reporter.does(REPORT + "/who", "role", "VICTIM", "sure", "childAge", "sure", "childView");
    assertThat(reporter.read(REPORT))
        .doesNotContain("Boi się-wiąz.")
        .as("beside the answer itself, not only in what is folded")
        .containsPattern("(?s)iso-note\">Poprawione: \\d+ \\w+ 2");
    assertThat(reporter.get(REPORT + "/more-2").statusCode())
        .as("a question that is not asked")
        .isEqualTo(303);
    var page = joanna.read(filed.at());
    assertThat(page.substring(page.indexOf("id=\"corrections\"")))
        .as("nothing that was said is lost")
        .contains("Boi się-wiąz.");
  }

  @Test
  void a_letter_for_a_person_who_has_not_agreed_says_so_to_both_sides_and_a_signal_is_not_hindered()
      throws Exception {
    var signal =
        Filing.report("pl", "Piszę w imieniu cioci, słowo-tarnina.")
            .replace("\"VICTIM\"", "\"REPRESENTATIVE\"")
            .replaceFirst("\\{", "{\"answers\":{\"consentOfPerson\":\"NOT_YET\"},");
    var letter =
        signal
            .replace("\"SIGNAL\"", "\"COMPLAINT_KPA\"")
            .replace(
                "{\"mode\":\"ANONYMOUS\"}",
                "{\"mode\":\"NAMED\",\"name\":\"Ewa Zmyślona-Tarnina\",\"address\":\"ul. Polna 3\"}");
    var filing = new Filing(program.baseUrl());
    var joanna = Staff.signIn(program.baseUrl(), "joanna");
    for (var report : List.of(signal, letter)) {
      var json = Filing.json(filing.file(report));
      var filed = new Filed(json.getString("caseNumber"), json.getString("receipt"));
      var reporter = filed.visit();
      var open = reporter.read("/pl/mailbox/open");
      if (report.equals(signal)) {
        assertThat(open).doesNotContain("id=\"hinders\"");
        assertThat(joanna.read(filed.at())).doesNotContain("id=\"hinders-consentOfPerson\"");
        continue;
      }
      assertThat(open).contains("id=\"hinders\"", "art. 221 KPA");
      assertThat(joanna.read(filed.at())).contains("id=\"hinders-consentOfPerson\"");
      reporter.does(REPORT + "/more-1", "consentOfPerson", "THEY_CONFIRM");
      assertThat(reporter.read("/pl/mailbox/open")).doesNotContain("id=\"hinders\"");
      assertThat(joanna.read(filed.at())).doesNotContain("id=\"hinders-consentOfPerson\"");
    }
  }

  @Test
  void nobody_overwrites_a_correction_that_they_have_not_seen() throws Exception {
    var filed = filed();
    var reporter = filed.visit();
    var mark = "name=\"stood\" value=\"([0-9a-f]+)\"";
    var opened = reporter.find(REPORT + "/story", mark);
    reporter.does(REPORT + "/story", "narrative", "Druga wersja-buk.", "stood", opened);
    var stale =
        reporter.post(REPORT + "/story", "narrative", "Trzecia wersja-dąb.", "stood", opened);
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body())
        .as("both are on the page, and nothing is saved")
        .contains("id=\"meanwhile-title\"", "Druga wersja-buk.", "Trzecia wersja-dąb.");
    assertThat(reporter.read(REPORT)).contains("Druga wersja-buk.").doesNotContain("-dąb");
    var seen = reporter.find(REPORT + "/story", mark);
    assertThat(stale.body()).contains("value=\"" + seen + "\"");
    reporter.does(REPORT + "/story", "narrative", "Trzecia wersja-dąb.", "stood", seen);
    assertThat(reporter.read(REPORT)).contains("Trzecia wersja-dąb.");
  }

  @Test
  void corrections_have_an_end_so_that_a_case_can_always_be_opened() throws Exception {
    var filed = filed();
    var reporter = filed.visit();
    var many = 0;
    HttpResponse<String> answer;
    do {
      var words = ("<" + many + ">").repeat(3000).substring(0, 9000) + " wersja-" + many;
      answer = reporter.post(REPORT + "/story", "narrative", words);
      many++;
    } while (answer.statusCode() == 303 && many < 400);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body())
        .as("what was typed stays, and the page says what to do")
        .contains("wersja-" + (many - 1), "Napisz nam w wiadomości");
    assertThat(many).isBetween(100, 260);
    assertThat(one("select count(*)::text from intake_message", filed))
        .as("of the same correction once more nobody gets another message")
        .isEqualTo("1");
    assertThat(reporter.read(REPORT + "/story").length()).isLessThan(16 * 1024 * 1024);
    assertThat(Staff.signIn(program.baseUrl(), "joanna").read(filed.at())).contains("corrections");
    reporter.does("/pl/mailbox/open", "text", "Poprawiłem już wszystko.");
  }

  @Test
  void whoever_comes_back_while_the_mailbox_is_open_types_no_digits_again() throws Exception {
    assertThat(Staff.nobody(program.baseUrl()).read("/pl/mailbox"))
        .doesNotContain("/pl/mailbox/open");
    var reporter = filed().visit();
    assertThat(reporter.read("/pl/mailbox"))
        .contains("id=\"open-title\"", "href=\"/pl/mailbox/open\"");
  }

  @Test
  void a_named_person_corrects_their_name_and_a_confidential_one_only_for_the_custodian()
      throws Exception {
    var filed = RightsIT.filed("CONFIDENTIAL", "Sąsiadka krzyczy, słowo-grab.");
    var reporter = Staff.nobody(program.baseUrl());
    reporter.does("/pl/mailbox", "receipt", filed.receipt());
    var formal = reporter.read(REPORT + "/formal");
    assertThat(formal)
        .contains("Twoje imię, nazwisko i adres")
        .as("what is asked for is an act of its own")
        .doesNotContain("name=\"requested\"");
    reporter.does(REPORT + "/formal", "name", "Krystyna Zmyślona-Grab", "address", "ul. Nowa 1");
    reporter.does(
        REPORT + "/contact",
        "contactCare",
        "PHONE_SHARED",
        "phone",
        "600 100 200",
        "safeContact",
        "");
    assertThat(reporter.read(REPORT)).contains("Zmyślona-Grab", "600 100 200");
    var at = "/casework/cases/" + filed.number();
    assertThat(Staff.signIn(program.baseUrl(), "joanna").read(at))
        .doesNotContain("Zmyślona-Grab")
        .doesNotContain("Próbna-Wzór")
        .doesNotContain("600 1");
    var marek = Staff.signIn(program.baseUrl(), "marek");
    var opened =
        marek.post("/casework/identity", "number", filed.number(), "reason", "Adres na list");
    assertThat(opened.body()).contains("Zmyślona-Grab", "ul. Nowa 1");
  }

  @Test
  void a_page_of_one_case_does_nothing_in_another_on_the_same_telephone() throws Exception {
    var mine = filed();
    var next = filed();
    var phone = mine.visit();
    var of = phone.find("/pl/mailbox/write", "name=\"of\" value=\"([0-9a-f]+)\"");
    assertThat(of).isEqualTo(phone.find("/pl/mailbox/own/end", "name=\"of\" value=\"([^\"]+)\""));
    phone.does("/pl/mailbox", "receipt", next.receipt());

    var sent = phone.post("/pl/mailbox/open", "text", "Słowa-osika.", "of", of);
    assertThat(sent.headers().firstValue("Location").orElse("")).contains("done=9");
    var withdrawn = phone.post("/pl/mailbox/own/end", "sure", "yes", "of", of);
    assertThat(withdrawn.headers().firstValue("Location").orElse("")).contains("done=9");
    assertThat(phone.read("/pl/mailbox/open?done=9"))
        .contains("należała do innej sprawy", "own/end", "id=\"refused\"")
        .as("nothing was done, so nothing is told as done")
        .doesNotContain("govuk-notification-banner--success")
        .doesNotContain("osika");

    // the visit ends; what was typed waits for its own receipt and no other
    var ended =
        Staff.nobody(program.baseUrl())
            .post(REPORT + "/story", "narrative", "Słowa-olcha.", "of", of);
    assertThat(ended.statusCode()).isEqualTo(422);
    assertThat(ended.body()).contains("correct-story").doesNotContain("olcha");
    var kept = Pattern.compile("name=\"kept\" value=\"([^\"]+)\"").matcher(ended.body());
    assertThat(kept.find()).isTrue();
    assertThat(
            phone
                .post(REPORT + "/story", "kept", kept.group(1))
                .headers()
                .firstValue("Location")
                .orElse(""))
        .contains("done=9");
    assertThat(mine.visit().post(REPORT + "/story", "kept", kept.group(1)).body())
        .contains("Słowa-olcha.");
    // a page that does not say whose it is keeps nothing
    var unknown = Staff.nobody(program.baseUrl()).post("/pl/mailbox/open", "text", "Słowa-olcha.");
    assertThat(unknown.body()).contains("zamknięta").doesNotContain("olcha", "name=\"kept\"");
  }

  @Test
  void what_is_written_after_the_end_is_on_the_list_of_what_waits_to_be_read() throws Exception {
    var filed = filed();
    var reporter = filed.visit();
    reporter.does("/pl/mailbox/own/end", "sure", "yes");
    assertThat(reporter.read("/pl/mailbox/open"))
        .contains("nadal możesz do nas napisać", "Człowiek z urzędu to przeczyta");
    var joanna = Staff.signIn(program.baseUrl(), "joanna");
    assertThat(joanna.read("/casework")).doesNotContain(filed.number);
    reporter.does("/pl/mailbox/open", "text", "Jeszcze jedno słowo.");
    assertThat(joanna.read("/casework")).contains(filed.number);
  }

  @Test
  void of_many_messages_the_newest_stand_first_and_the_older_ones_are_folded() throws Exception {
    var filed = filed();
    var reporter = filed.visit();
    for (int i = 1; i <= 5; i++) {
      reporter.does("/pl/mailbox/open", "text", "Słowo-numer-" + i + ".");
    }
    var page = reporter.read("/pl/mailbox/open");
    var folded = page.indexOf("2 starsze wiadomości");
    assertThat(page.indexOf("Słowo-numer-5"))
        .isLessThan(page.indexOf("Słowo-numer-4"))
        .isPositive();
    assertThat(folded).isGreaterThan(page.indexOf("Słowo-numer-3"));
    assertThat(page.indexOf("Słowo-numer-2")).isGreaterThan(folded);
  }

  private static String clocks(Filed filed) throws SQLException {
    return one(
        "select string_agg(clock || due_on || state, ',' order by clock) from casework_deadline d join casework_matter m on m.id = d.matter_id join casework_case c on c.id = m.case_id",
        filed,
        "c.number");
  }

  private static String one(String sql, Filed filed) throws SQLException {
    return one(sql, filed, "number");
  }

  private static String one(String sql, Filed filed, String column) throws SQLException {
    try (var connection = program.database();
        var statement = connection.prepareStatement(sql + " where " + column + " = ?")) {
      statement.setString(1, filed.number);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
