package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The other doors into the same register: a call, a visit, a letter that staff type in, a partner
 * institution with its key; and what comes with it: needs that become tasks, and a text that a
 * translator sees without its case.
 */
class OtherDoorsIT {
  private static Program program;
  private static Filing filing;

  @BeforeAll
  static void start() {
    program = Program.start("other-doors", Map.of("isonomia.demo", "true"));
    filing = new Filing(program.baseUrl());
  }

  @AfterAll
  static void stop() {
    if (program != null) {
      program.close();
    }
  }

  @Test
  void a_call_becomes_one_case_however_often_it_is_sent() throws Exception {
    var joanna = staff("joanna");
    var form = form(joanna, "phone", "identity", "ANONYMOUS", "receipt", "yes");
    var check = joanna.post("/intake/desk/phone", with(form, "action", "check"));
    assertThat(check.statusCode()).as(errors(check)).isEqualTo(200);
    assertThat(check.body()).contains("Dzwoniła osoba").doesNotContain("Podpis");

    var once = joanna.post("/intake/desk/phone", with(form, "action", "file"));
    var again = joanna.post("/intake/desk/phone", with(form, "action", "file"));

    assertThat(once.statusCode()).as(errors(once)).isEqualTo(200);
    var number = number(once);
    assertThat(number(again)).isEqualTo(number);
    assertThat(receipt(again)).isEqualTo(receipt(once));
    assertThat(filing.mailbox(receipt(once)).getString("caseNumber")).isEqualTo(number);
    assertThat(joanna.read("/casework/cases/" + number)).contains("telefon", "Joanna");
    assertThat(one("select count(*) from intake_arrival where number = '" + number + "'"))
        .isEqualTo("1");
    var other = joanna.post("/intake/desk/phone", with(form, "action", "file", "place", "gdzie"));
    assertThat(other.statusCode()).isEqualTo(409);
  }

  @Test
  void a_complaint_told_in_the_office_is_formal_only_when_both_have_signed() throws Exception {
    var joanna = staff("joanna");
    var form =
        form(
            joanna,
            "desk",
            "identity",
            "NAMED",
            "name",
            "Marta Piwonia",
            "address",
            "ul. Wrzosowa 1, Kraków",
            "requested",
            "COMPLAINT_KPA");
    // who says who they are is asked how to reach them, as in the form for residents
    var more = joanna.post("/intake/desk/desk", with(form, "action", "check"));
    assertThat(more.body()).contains("name=\"contactCare\"").doesNotContain("Podpis osoby");
    var check = joanna.post("/intake/desk/desk", with(form, "action", "further"));
    assertThat(check.statusCode()).as(errors(check)).isEqualTo(200);
    assertThat(check.body()).contains("Podpis osoby", "Marta Piwonia", "§ 6");

    var unsigned = joanna.post("/intake/desk/desk", with(form, "action", "file"));
    assertThat(unsigned.statusCode()).isEqualTo(422);
    assertThat(unsigned.body()).contains("id=\"signed-error\"", "Marta Piwonia");

    var signed = joanna.post("/intake/desk/desk", with(form, "action", "file", "signed", "yes"));
    var number = number(signed);
    assertThat(signed.body()).doesNotContain("id=\"receipt\"");
    assertThat(joanna.read("/casework/cases/" + number)).contains("skarga", "/protocol");
    assertThat(joanna.read("/casework/cases/" + number + "/protocol"))
        .contains("Marta Piwonia", number);
  }

  @Test
  void every_box_that_was_ticked_at_the_desk_is_in_the_case_also_after_a_mistake_at_the_end()
      throws Exception {
    var joanna = staff("joanna");
    var at = "/intake/desk/desk";
    var form =
        form(
            joanna,
            "desk",
            "identity",
            "NAMED",
            "name",
            "Marta Piwonia",
            "address",
            "ul. Wrzosowa 1, Kraków",
            "requested",
            "COMPLAINT_KPA",
            "action",
            "further",
            "grounds",
            "AGE");
    var boxes =
        new String[] {
          "grounds",
          "SEX",
          "conduct",
          "DIRECT",
          "conduct",
          "HARASSMENT",
          "needs",
          "SIGN_LANGUAGE",
          "needs",
          "EASY_READ",
          "needs",
          "COMPANION"
        };
    var check = joanna.post(at, and(form, boxes));
    assertThat(check.statusCode()).as(errors(check)).isEqualTo(200);
    // the last page is sent as a browser sends it: with room for a scan
    var unsigned = joanna.postParts(at, and(carried(check), "action", "file"));
    assertThat(unsigned.statusCode()).isEqualTo(422);
    var filed = joanna.postParts(at, and(carried(unsigned), "action", "file", "signed", "yes"));
    var number = number(filed);
    assertThat(one("select grounds from intake_report where number = '" + number + "'"))
        .contains("AGE", "SEX");
    assertThat(one("select conduct from intake_report where number = '" + number + "'"))
        .contains("DIRECT", "HARASSMENT");
    assertThat(one("select count(*) from casework_need where case_number = '" + number + "'"))
        .isEqualTo("3");
  }

  /** What a page carries on in hidden fields. */
  private static String[] carried(HttpResponse<String> page) {
    var hidden =
        Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .matcher(page.body());
    var all = new ArrayList<String>();
    while (hidden.find()) {
      all.add(hidden.group(1));
      all.add(hidden.group(2));
    }
    return all.toArray(String[]::new);
  }

  private static String[] and(String[] form, String... fields) {
    var all = new ArrayList<>(List.of(form));
    all.addAll(List.of(fields));
    return all.toArray(String[]::new);
  }

  @Test
  void the_desk_asks_what_the_form_for_residents_asks_and_loses_nothing_on_the_way()
      throws Exception {
    var joanna = staff("joanna");
    var form = form(joanna, "phone", "identity", "CONFIDENTIAL", "role", "PARENT_GUARDIAN");
    form = with(form, "name", "Barbara Zmyślona", "area", "PUBLIC_TRANSPORT", "receipt", "yes");
    var at = "/intake/desk/phone";
    var more = joanna.post(at, with(form, "action", "check"));
    assertThat(more.statusCode()).as(errors(more)).isEqualTo(200);
    assertThat(more.body())
        .contains("name=\"childAge\"", "name=\"childView\"", "name=\"line\"", "name=\"cameras\"")
        .contains("name=\"contactWays\"", "name=\"narrative\" value=\"Dzwoniła osoba.\"")
        .doesNotContain("name=\"landlord\"", "name=\"relation\"", "name=\"organisation\"");

    form = with(form, "childAge", "FROM_7", "childView", "Nie chce tam wracać", "line", "8");
    // a way that leads nowhere is said where it was chosen
    var nowhere = joanna.post(at, with(form, "action", "further", "contactWays", "SMS"));
    assertThat(nowhere.statusCode()).isEqualTo(422);
    assertThat(nowhere.body()).contains("id=\"contactWays-error\"", "Nie chce tam wracać");

    // back to the first page: the answers of the second wait in it
    var back = joanna.post(at, with(form, "action", "change"));
    assertThat(back.body()).contains("name=\"childView\" value=\"Nie chce tam wracać\"");
    // another area: its question instead of the other, and what was answered there is not filed
    var home = with(form, "area", "HOUSING");
    assertThat(joanna.post(at, with(home, "action", "check")).body())
        .contains("name=\"landlord\"", "name=\"line\" value=\"8\"")
        .doesNotContain("Numer linii");
    home = with(home, "landlord", "CITY");
    var check = joanna.post(at, with(home, "action", "further"));
    assertThat(check.body()).contains("Nie chce tam wracać", "Do miasta").doesNotContain("Numer");

    var filed = joanna.post(at, with(home, "action", "file"));
    assertThat(filed.statusCode()).as(errors(filed)).isEqualTo(200);
    assertThat(joanna.read("/casework/cases/" + number(filed)))
        .contains("Nie chce tam wracać", "Do miasta", "2027-02")
        .doesNotContain("Numer linii");
    var reporter = Staff.nobody(program.baseUrl());
    reporter.post("/pl/mailbox", "receipt", receipt(filed));
    assertThat(reporter.read("/pl/mailbox/text")).contains("Nie chce tam wracać");
  }

  @Test
  void what_nobody_said_at_the_desk_is_not_said_in_the_case() throws Exception {
    var joanna = staff("joanna");
    var form = with(form(joanna, "phone", "identity", "ANONYMOUS"), "role", "", "respondent", "");
    var check = joanna.post("/intake/desk/phone", with(form, "action", "check"));
    assertThat(check.statusCode()).as(errors(check)).isEqualTo(200);
    assertThat(check.body()).contains("Dzwoniła osoba.").doesNotContain("nieznana osoba");
    var number = number(joanna.post("/intake/desk/phone", with(form, "action", "file")));
    assertThat(
            one(
                "select count(*) from intake_report where reporter_role is null and respondent_type is null"
                    + " and danger_now is null and number = '"
                    + number
                    + "'"))
        .isEqualTo("1");
    assertThat(joanna.read("/casework/cases/" + number))
        .contains("nie podano")
        .doesNotContain("nieznana osoba", "osoba pokrzywdzona");
    joanna.read("/casework");
  }

  @Test
  void a_letter_counts_from_the_day_it_came_and_says_why_it_is_late() throws Exception {
    var joanna = staff("joanna");
    var came = today().minusDays(3);
    var form = form(joanna, "letter", "identity", "NAMED", "requested", "COMPLAINT_KPA");
    form = with(form, "name", "Jan Zmyślony", "address", "ul. Zmyślona 2");
    form = with(form, day("received", came));

    var silent = joanna.post("/intake/desk/letter", with(form, "action", "check"));
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(silent.body()).contains("id=\"reason-error\"", "Jan Zmyślony");

    var filed =
        joanna.post(
            "/intake/desk/letter", with(form, "action", "file", "reason", "Leżał na portierni"));
    var number = number(filed);
    assertThat(
            one(
                "select (min(d.started_at) at time zone 'Europe/Warsaw')::date::text from casework_deadline d join casework_matter m on"
                    + " m.id = d.matter_id join casework_case c on c.id = m.case_id where c.number"
                    + " = '"
                    + number
                    + "'"))
        .isEqualTo(came.toString());
    assertThat(joanna.read("/casework/cases/" + number)).contains("Leżał na portierni");

    var tooLate =
        joanna.post(
            "/intake/desk/letter",
            with(with(form, day("received", today().minusDays(40))), "action", "check"));
    assertThat(tooLate.body()).contains("id=\"received-error\"");
  }

  @Test
  void what_the_office_noticed_itself_has_no_reporter_and_no_code() throws Exception {
    var anna = staff("anna");
    var form = form(anna, "media", "source", "Gazeta z dzisiaj", "receipt", "yes");
    var filed = anna.post("/intake/desk/media", with(form, "action", "file"));
    var number = number(filed);

    assertThat(filed.body()).doesNotContain("id=\"receipt\"");
    assertThat(anna.read("/casework/cases/" + number)).contains("media", "Gazeta z dzisiaj");
    assertThat(one("select reporter_role from intake_report where number = '" + number + "'"))
        .isEqualTo("STAFF");
  }

  @Test
  void needs_are_tasks_and_a_letter_warns_until_somebody_has_seen_to_them() throws Exception {
    var joanna = staff("joanna");
    var form = form(joanna, "phone", "identity", "ANONYMOUS", "needs", "LARGE_PRINT");
    var number = number(joanna.post("/intake/desk/phone", with(form, "action", "file")));
    var at = "/casework/cases/" + number;
    var key = joanna.find(at, "/casework/needs/(PN-\\d+)/arrange-need");
    assertThat(
            one(
                "select s.team from workflow_step s join workflow_instance i on i.id ="
                    + " s.instance_id where s.left_at is null and i.business_key = '"
                    + key
                    + "'"))
        .contains("INTAKE_OFFICER");
    assertThat(joanna.read(at + "/acknowledge-report")).contains("dużego druku");

    joanna.does(at + "/needs", "need", "COMPANION");
    assertThat(joanna.post(at + "/needs", "need", "COMPANION").statusCode()).isEqualTo(422);
    joanna.does(
        "/casework/needs/" + key + "/arrange-need",
        "answer",
        "ARRANGED",
        "text",
        "Wszystkie listy w 20 punktach");

    assertThat(joanna.read(at)).contains("Wszystkie listy w 20 punktach");
    assertThat(joanna.read(at + "/acknowledge-report")).doesNotContain("dużego druku");
    assertThat(
            joanna
                .post("/casework/needs/" + key + "/arrange-need", "answer", "ARRANGED", "text", "x")
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void a_text_in_a_language_that_no_list_names_is_called_so_and_gets_its_translation_too()
      throws Exception {
    var report =
        Json.createObjectBuilder(
                Json.createReader(new StringReader(Filing.report("en", "Ez dikarim bibêjim.")))
                    .readObject())
            .add("answers", Json.createObjectBuilder().add("writtenIn", "und"))
            .build();
    var number = Filing.json(filing.file(report.toString())).getString("caseNumber");
    var at = "/casework/cases/" + number;
    var joanna = staff("joanna");
    assertThat(joanna.read(at))
        .contains("id=\"untranslated\"", "lang=\"und\"", "inny język")
        .as("letters are written in the language of the pages")
        .contains("English");
    assertThat(joanna.read(at + "/translations"))
        .as("what the person said is chosen already")
        .containsPattern("<option value=\"und\" selected");
    joanna.does(at + "/translations/order", "which", "narrative", "language", "und");

    var iryna = staff("iryna");
    var key = iryna.find("/casework?list=team", "/casework/translations/(TX-\\d+)/translate-text");
    var path = "/casework/translations/" + key + "/translate-text";
    assertThat(iryna.read(path)).contains("Ez dikarim bibêjim.", "lang=\"und\"");
    iryna.does(path, "polish", "Nie mogę powiedzieć.", "status", "HUMAN");
    assertThat(joanna.read(at)).contains("Nie mogę powiedzieć.").doesNotContain("untranslated");
  }

  @Test
  void a_translator_sees_the_text_and_nothing_of_the_case() throws Exception {
    var filed = Filing.json(filing.file(Filing.report("uk", "Мене образили в трамваї.")));
    var number = filed.getString("caseNumber");
    var at = "/casework/cases/" + number;
    var joanna = staff("joanna");
    joanna.does(
        at + "/translations/enter",
        "which",
        "narrative",
        "language",
        "uk",
        "status",
        "MACHINE",
        "polish",
        "Mnie obrażono w tramwaju.");
    joanna.does(at + "/translations/order", "which", "narrative");

    var iryna = staff("iryna");
    var list = iryna.read("/casework?list=team");
    assertThat(list).doesNotContain(number);
    var page = iryna.find("/casework?list=team", "/casework/translations/(TX-\\d+)/translate-text");
    var path = "/casework/translations/" + page + "/translate-text";
    assertThat(iryna.read(path)).contains("Мене образили", "Mnie obrażono").doesNotContain(number);
    assertThat(iryna.get(at).statusCode()).isEqualTo(403);
    assertThat(staff("anna").get(path).statusCode()).isEqualTo(403);

    var empty = iryna.post(path, "polish", "", "status", "HUMAN");
    assertThat(empty.statusCode()).isEqualTo(422);
    iryna.does(path, "polish", "Obrażono mnie w tramwaju.", "status", "HUMAN");

    assertThat(iryna.get(path).statusCode()).as("once handed in it is closed").isEqualTo(403);
    assertThat(joanna.read(at))
        .contains("Мене образили", "Obrażono mnie w tramwaju.", "Tłumaczenie człowieka");
  }

  @Test
  void an_institution_files_with_its_own_key_and_only_as_itself() throws Exception {
    var coordinator = staff("piotr");
    var code =
        coordinator.find(
            "/partner/institutions", "/partner/institutions/([A-Z0-9_]*HALINA[A-Z_]*)");
    var page = "/partner/institutions/" + code;
    var key = secret(coordinator.post(page + "/filing-key"));
    var body = Filing.report("pl", "Napis na murze szkoły").replace("VICTIM", "NGO");

    var filed = asPartner(key, "a-1", body);
    assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
    var number = Filing.json(filed).getString("caseNumber");
    assertThat(asPartner(key, "a-1", body).body()).as("the same answer").isEqualTo(filed.body());
    assertThat(filed.headers().firstValue("Location")).as("no address leads to it").isEmpty();
    assertThat(Filing.json(filed).getString("verifyAt")).isEqualTo("/verify");
    var checked =
        Staff.nobody(program.baseUrl())
            .post("/pl/verify", "code", Filing.json(filed).getString("acknowledgement"));
    assertThat(checked.body()).contains("id=\"said\"").doesNotContain(number);
    assertThat(filing.mailbox(Filing.json(filed).getString("receipt")).getString("caseNumber"))
        .isEqualTo(number);
    assertThat(
            one(
                "select r.channel || ' ' || r.reporter_role || ' ' || p.code from intake_report r"
                    + " join intake_arrival a on a.number = r.number join partner_institution p on"
                    + " p.id = a.institution_id where r.number = '"
                    + number
                    + "'"))
        .isEqualTo("PARTNER_NGO NGO " + code);
    assertThat(staff("joanna").read("/casework/cases/" + number))
        .contains("organizacja partnerska");

    var other = body.replaceFirst("\\{", "{\"institution\": \"OTHER\", ");
    assertThat(asPartner(key, "a-2", other).statusCode()).isEqualTo(422);

    var newer = secret(coordinator.post(page + "/filing-key"));
    var forged = asPartner("A".repeat(43), "a-3", body);
    var dead = asPartner(key, "a-3", body);
    var none = filing.post("/api/partner/reports", body, Map.of("Idempotency-Key", "a-3"));
    for (var refused : List.of(forged, dead, none)) {
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.body()).isEqualTo(forged.body());
    }
    coordinator.does(page + "/end-filing-key");
    assertThat(asPartner(newer, "a-4", body).statusCode()).isEqualTo(401);
  }

  @Test
  void who_has_no_business_at_the_desk_does_not_get_there() throws Exception {
    for (var login : List.of("adam", "katarzyna", "jan", "iryna", "barbara")) {
      assertThat(staff(login).get("/intake/desk").statusCode()).as(login).isEqualTo(403);
      assertThat(staff(login).post("/intake/desk/phone", "action", "file").statusCode())
          .as(login)
          .isEqualTo(403);
    }
  }

  private HttpResponse<String> asPartner(String key, String once, String body) throws IOException {
    return filing.post(
        "/api/partner/reports",
        body,
        Map.of("Authorization", "Bearer " + key, "Idempotency-Key", once));
  }

  private static String secret(HttpResponse<String> page) {
    return first(page, "id=\"filing-secret\">([A-Za-z0-9_-]{43})<");
  }

  private static String number(HttpResponse<String> done) {
    return first(done, "id=\"case-number\">(ET-[0-9-]+)<");
  }

  private static String receipt(HttpResponse<String> done) {
    return first(done, "id=\"receipt\">([0-9 ]+)<").replace(" ", "");
  }

  private static String first(HttpResponse<String> page, String pattern) {
    var found = Pattern.compile(pattern).matcher(page.body());
    assertThat(found.find()).as(pattern + ": " + page.statusCode() + errors(page)).isTrue();
    return found.group(1);
  }

  private static String errors(HttpResponse<String> page) {
    var found = new ArrayList<String>();
    var errors =
        Pattern.compile("govuk-error-message\"[^>]*>(.*?)</p>", Pattern.DOTALL)
            .matcher(page.body());
    while (errors.find()) {
      found.add(errors.group(1).replaceAll("<[^>]+>", ""));
    }
    return found.toString();
  }

  /** The form as the desk's page gives it, filled. */
  private static String[] form(Staff person, String door, String... fields) throws IOException {
    var once = person.find("/intake/desk/" + door, "name=\"once\" value=\"([^\"]+)\"");
    var all =
        new ArrayList<>(
            List.of(
                "once",
                once,
                "language",
                "pl",
                "role",
                "VICTIM",
                "narrative",
                "Dzwoniła osoba.",
                "grounds",
                "UNKNOWN"));
    all.addAll(List.of(day("received", today())));
    all.addAll(Arrays.asList(fields));
    return all.toArray(String[]::new);
  }

  private static String[] day(String field, LocalDate day) {
    return new String[] {
      field + "-day", "" + day.getDayOfMonth(),
      field + "-month", "" + day.getMonthValue(),
      field + "-year", "" + day.getYear()
    };
  }

  /** The same form with other values for these fields. */
  private static String[] with(String[] form, String... fields) {
    var all = new java.util.LinkedHashMap<String, String>();
    for (var each : List.of(form, fields)) {
      for (int i = 0; i < each.length; i += 2) {
        all.put(each[i], each[i + 1]);
      }
    }
    return all.entrySet().stream()
        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
        .toArray(String[]::new);
  }

  private static LocalDate today() {
    try {
      var now = Filing.json(filing.get("/api/demo/clock", Map.of())).getString("now");
      return OffsetDateTime.parse(now).atZoneSameInstant(ZoneId.of("Europe/Warsaw")).toLocalDate();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Staff staff(String login) throws IOException {
    return Staff.signIn(program.baseUrl(), login);
  }

  private static String one(String question) throws SQLException {
    try (var connection = program.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
