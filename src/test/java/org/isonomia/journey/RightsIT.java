package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person gets what is theirs: a copy, words put right, a receipt for a lost one, erasure. */
class RightsIT {
  private static final String NAME = "Krystyna Próbna-Wzór";
  private static Program program;
  private static Filing filing;

  @BeforeAll
  static void begin() {
    program = Program.shared();
    filing = new Filing(program.baseUrl());
  }

  @Test
  void behind_the_receipt_lies_one_package_with_everything_and_no_page_of_it_is_kept()
      throws Exception {
    var filed = filed("NAMED", "Portier nie wpuścił mnie, słowo-żurawina.");
    var joanna = staff("joanna");
    joanna.does(
        "/casework/cases/" + filed.number + "/acknowledge-report",
        "text",
        "Dziękujemy za jarzębinę.");
    // who has opened the case stands in the package, too
    joanna.read("/casework/cases/" + filed.number);
    var files = pack(visit(filed.receipt), "/pl/mailbox/data/copy");
    assertThat(files.keySet()).contains("index.html", "data.json");
    var page = files.get("index.html");
    assertThat(page)
        .contains("słowo-żurawina")
        .contains(NAME)
        .contains("Dziękujemy za jarzębinę")
        .doesNotContain("Joanna");
    var json = Json.createReader(new StringReader(files.get("data.json"))).readObject();
    assertThat(json.getString("caseNumber")).isEqualTo(filed.number);
    assertThat(json.getJsonArray("deadlines")).isNotEmpty();
    assertThat(json.getJsonArray("messages")).hasSize(1);
    assertThat(json.getJsonArray("readers")).hasSize(1);
    // whoever has no receipt gets nothing
    assertThat(Staff.nobody(program.baseUrl()).post("/pl/mailbox/data/copy").statusCode())
        .isEqualTo(303);
  }

  @Test
  void what_is_corrected_stays_readable_with_its_date_for_reporter_and_office() throws Exception {
    var filed = filed("ANONYMOUS", "To było w poniedziałek-bez.");
    var reporter = visit(filed.receipt);
    assertThat(reporter.read("/pl/mailbox/text/story")).contains("poniedziałek-bez");
    assertThat(reporter.read("/pl/mailbox/text/contact"))
        .as("the anonymous are not asked")
        .doesNotContain("name=\"email\"");
    var empty = reporter.post("/pl/mailbox/text/story", "narrative", " ");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("error-summary");

    reporter.does("/pl/mailbox/text/story", "narrative", "To było we wtorek-jaśmin.");
    reporter.does("/pl/mailbox/text/place", "area", "PUBLIC_TRANSPORT", "place", "");

    assertThat(reporter.read("/pl/mailbox/text/story"))
        .contains("wtorek-jaśmin")
        .contains("poniedziałek-bez");
    assertThat(staff("joanna").read("/casework/cases/" + filed.number))
        .contains("wtorek-jaśmin")
        .contains("poniedziałek-bez");
    assertThat(
            count(
                "select count(*) from intake_correction where number = '"
                    + filed.number
                    + "' and before_sealed is not null"))
        .as("narrative and place")
        .isEqualTo(2);
  }

  @Test
  void a_named_person_who_lost_the_receipt_gets_another_after_a_check_and_the_old_one_ends()
      throws Exception {
    var filed = filed("NAMED", "Portier nie wpuścił mnie, słowo-kalina.");
    var reading = visit(filed.receipt);
    var joanna = staff("joanna");
    var at = opened(joanna, filed, "RECEIPT");
    // before the check there is nothing to be had
    assertThat(joanna.post(at + "/receipt").statusCode()).isEqualTo(409);
    var unsure = joanna.post(at + "/check", "document", "PASSPORT");
    assertThat(unsure.statusCode()).isEqualTo(422);
    joanna.does(at + "/check", "document", "PASSPORT", "same", "yes");

    assertThat(joanna.post(at + "/receipt").body()).contains("czy drukarka jest gotowa");
    var shown = joanna.post(at + "/receipt", "sure", "yes");
    assertThat(shown.statusCode()).isEqualTo(200);
    var receipt = receipt(shown.body());
    var again = joanna.post(at + "/receipt", "sure", "yes");
    assertThat(again.statusCode()).as("once").isEqualTo(409);
    assertThat(again.body()).contains("Ten kod już wydano");

    assertThat(reading.get("/pl/mailbox/open").statusCode()).as("the old visit").isEqualTo(303);
    var old = Staff.nobody(program.baseUrl()).post("/pl/mailbox", "receipt", filed.receipt);
    assertThat(old.statusCode()).isEqualTo(422);
    var fresh = visit(receipt);
    assertThat(fresh.read("/pl/mailbox/open")).contains("Nowy kod wydano");
    assertThat(fresh.read("/pl/mailbox/text")).contains("słowo-kalina").contains(NAME);
  }

  @Test
  void of_a_confidential_person_the_custodian_and_the_office_make_it_together() throws Exception {
    var filed = filed("CONFIDENTIAL", "Sąsiadka krzyczy, słowo-głóg.");
    var marek = staff("marek");
    var at = opened(marek, filed, "RECEIPT");
    var joanna = staff("joanna");
    assertThat(joanna.post(at + "/check", "document", "PASSPORT", "same", "yes").statusCode())
        .as("the office knows nobody to compare with")
        .isEqualTo(403);
    marek.does(at + "/check", "document", "IDENTITY_CARD", "same", "yes");
    assertThat(marek.post(at + "/receipt").statusCode()).as("nothing lent yet").isEqualTo(409);
    joanna.does(at + "/lend");
    // a copy does not take what was lent for a receipt
    var early = opened(marek, filed, "ACCESS");
    marek.does(early + "/check", "document", "IDENTITY_CARD", "same", "yes");
    assertThat(pack(marek, early + "/package").get("index.html"))
        .contains(NAME)
        .doesNotContain("słowo-głóg");
    var receipt = receipt(marek.post(at + "/receipt", "sure", "yes").body());

    assertThat(visit(receipt).read("/pl/mailbox/text")).contains("słowo-głóg").contains(NAME);
    assertThat(
            count(
                "select count(*) from privacy_envelope where reader like '%:LENT:%' and subject = '"
                    + filed.number
                    + "'"))
        .isZero();

    // a copy in two parts
    var copy = opened(marek, filed, "ACCESS");
    marek.does(copy + "/check", "document", "IDENTITY_CARD", "same", "yes");
    assertThat(pack(marek, copy + "/package").get("index.html"))
        .contains(NAME)
        .doesNotContain("słowo-głóg");
    assertThat(marek.read(copy)).doesNotContain("załatwiono");
    assertThat(pack(joanna, copy + "/package").get("index.html"))
        .contains("słowo-głóg")
        .doesNotContain(NAME);
    assertThat(marek.read(copy)).contains("załatwiono");
  }

  @Test
  void what_was_lent_ends_with_a_refusal() throws Exception {
    var filed = filed("CONFIDENTIAL", "Sąsiadka krzyczy, słowo-tarnina.");
    var marek = staff("marek");
    var at = opened(marek, filed, "RECEIPT");
    marek.does(at + "/check", "document", "IDENTITY_CARD", "same", "yes");
    staff("joanna").does(at + "/lend");
    marek.does(at + "/refuse", "ground", "NOT_PROVEN", "sure", "yes");
    assertThat(
            count(
                "select count(*) from privacy_envelope where reader like '%:LENT:%' and subject = '"
                    + filed.number
                    + "'"))
        .isZero();
  }

  @Test
  void who_is_kept_out_of_a_case_neither_sees_nor_decides_what_its_reporter_asks_for()
      throws Exception {
    var filed = filed("NAMED", "Ktoś krzyczy.");
    var at = opened(staff("joanna"), filed, "ACCESS");
    var piotr = staff("piotr");
    assertThat(piotr.read("/privacy/requests")).contains(filed.number);
    piotr.does("/casework/cases/" + filed.number + "/declare-conflict", "ownReason", "To mój brat");
    assertThat(piotr.read("/privacy/requests")).doesNotContain(filed.number);
    assertThat(piotr.get(at).statusCode()).isEqualTo(403);
    for (var act : new String[] {"/refuse", "/erase"}) {
      var answer = piotr.post(at + act, "ground", "EXCESSIVE", "sure", "yes");
      assertThat(answer.statusCode()).as(act).isEqualTo(403);
    }
  }

  @Test
  void an_anonymous_person_is_told_honestly_that_it_cannot_be_done() throws Exception {
    var filed = filed("ANONYMOUS", "Ktoś krzyczy.");
    var answer =
        staff("joanna").post("/privacy/requests", "number", filed.number, "kind", "RECEIPT");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("nie wiemy, czyje jest").contains(filed.number);
    assertThat(
            count("select count(*) from rights_request where case_number = '" + filed.number + "'"))
        .isZero();
  }

  @Test
  void an_open_case_is_not_erased_and_the_reason_is_said() throws Exception {
    var filed = filed("ANONYMOUS", "Ktoś krzyczy.");
    var reporter = visit(filed.receipt);
    var page = reporter.read("/pl/mailbox/data");
    assertThat(page)
        .contains("art. 17 ust. 3 lit. b RODO")
        .doesNotContain("action=\"/pl/mailbox/data/end\"");
    reporter.does("/pl/mailbox/data/end");
    assertThat(reporter.read("/pl/mailbox/data")).contains("odmówiono");
    assertThat(staff("magda").read("/privacy/requests")).contains(filed.number);
  }

  @Test
  void nobody_else_opens_a_request_or_learns_whether_a_case_is_there() throws Exception {
    for (var login : new String[] {"zofia", "katarzyna", "jan", "adam"}) {
      assertThat(staff(login).get("/privacy/requests").statusCode()).as(login).isEqualTo(403);
    }
    var marek = staff("marek");
    var filed = filed("NAMED", "Ktoś krzyczy.");
    for (var number : new String[] {filed.number, "ET-2031-00001"}) {
      assertThat(marek.post("/privacy/requests", "number", number, "kind", "ACCESS").statusCode())
          .isEqualTo(403);
    }
  }

  private static String opened(Staff who, Filed filed, String kind) throws IOException {
    var answer = who.post("/privacy/requests", "number", filed.number, "kind", kind);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
  }

  private static String receipt(String page) {
    var found = Pattern.compile("id=\"receipt\">([0-9 ]{24})<").matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private static Map<String, String> pack(Staff who, String path) throws IOException {
    var answer = who.bytes(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    var files = new LinkedHashMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  record Filed(String number, String receipt) {}

  static Filed filed(String mode, String narrative) throws IOException {
    var identity = Json.createObjectBuilder().add("mode", mode);
    var report =
        Json.createObjectBuilder(
            Json.createReader(new StringReader(Filing.report("pl", narrative))).readObject());
    if (!mode.equals("ANONYMOUS")) {
      identity.add("name", NAME).add("address", "ul. Polna 3, Kraków").add("phone", "600 1");
    }
    report.add("identity", identity);
    var answer = filing.file(report.build().toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var json = Filing.json(answer);
    return new Filed(json.getString("caseNumber"), json.getString("receipt"));
  }

  private static Staff visit(String receipt) throws IOException {
    var reporter = Staff.nobody(program.baseUrl());
    reporter.does("/pl/mailbox", "receipt", receipt);
    return reporter;
  }

  private static Staff staff(String login) throws IOException {
    return Staff.signIn(program.baseUrl(), login);
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
