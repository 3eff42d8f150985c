package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The acknowledgement of a filed report, and who asks whether it is ours. */
class PaperIT {
  private static final Pattern CODE = Pattern.compile("id=\"code\">([A-Z0-9-]{19})<");
  private static final Pattern SAID = Pattern.compile("id=\"said\">([^<]*)<");
  private static final String WORDS = "Opowieść-Macierzanka z tramwaju";

  private static final Map<String, Map<String, String>> FORMAL =
      Map.of(
          "safe", Map.of("danger", "no"),
          "you", Map.of("identity", "NAMED"),
          "story", Map.of("narrative", WORDS),
          "when", Map.of("unsure", "yes"),
          "place", Map.of("area", "CULTURE_SPORT"),
          "about", Map.of("grounds", "DISABILITY"),
          "how", Map.of("conduct", "HARASSMENT"),
          "by", Map.of("respondent", "CITY_UNIT"),
          "formal",
              Map.of(
                  "requested", "COMPLAINT_KPA",
                  "name", "Marta Przykładowa",
                  "address", "ul. Zmyślona 1"));

  private static Program program;

  @BeforeAll
  static void start() {
    program = Program.shared();
  }

  @Test
  void it_says_what_happens_by_when_and_on_what_basis_and_never_the_receipt() throws Exception {
    var resident = new Resident(program);
    var filed = resident.file("pl", FORMAL, (step, page) -> {});
    var neutral = resident.get("/pl/form/done/paper").body();
    var full = resident.get("/pl/form/done/paper?full=1").body();
    var code = Resident.first(CODE, neutral);
    assertThat(Resident.first(CODE, full)).isEqualTo(code);
    assertThat(full)
        .contains(filed.number(), "art. 237 § 1 KPA", "odpowiedź na skargę", "/verify")
        .doesNotContain(filed.receipt(), filed.receipt().replace(" ", ""), WORDS, "Marta");
    assertThat(sheet(neutral))
        .contains(filed.number(), "dostaniesz odpowiedź", "/verify")
        .doesNotContain(filed.receipt(), WORDS, "Marta", "KPA", "art.")
        .doesNotContainIgnoringCase("skarg")
        .doesNotContainIgnoringCase("zgłosz")
        .doesNotContainIgnoringCase("równ");
    var file = resident.bytes("/pl/form/done/paper.pdf?full=1");
    assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"dokument.pdf\"");
    try (var document = Loader.loadPDF(file.body())) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
          .contains(code, filed.number(), "art. 237 § 1 KPA")
          .doesNotContain(filed.receipt());
    }
    // digits are printed apart, and with nothing beside them
    assertThat(sheet(resident.get("/pl/form/done/slip").body()))
        .contains(filed.receipt())
        .doesNotContain(filed.number(), code);
  }

  @Test
  void anybody_learns_the_day_and_nothing_more() throws Exception {
    var resident = new Resident(program);
    resident.file("uk", FORMAL, (step, page) -> {});
    var code = Resident.first(CODE, resident.get("/uk/form/done/paper").body());
    var another = new Resident(program);
    for (var typed : List.of(code, code.toLowerCase().replace("-", " "))) {
      var answer = another.post("/en/verify", "code", typed);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(Resident.first(SAID, answer.body())).startsWith("This acknowledgement is ours.");
      assertThat(answer.body()).doesNotContain("ET-20");
    }
    // well-formed, and nobody's
    var none = another.post("/en/verify", "code", "2222 2222 2222 2222");
    assertThat(none.statusCode()).isEqualTo(200);
    assertThat(Resident.first(SAID, none.body()))
        .isEqualTo("We issued no acknowledgement with this number.");
    var typing = another.post("/en/verify", "code", code.substring(0, 18) + "_");
    assertThat(typing.statusCode()).isEqualTo(422);
    assertThat(typing.body()).contains("There is a mistake in this number", code.substring(0, 18));
    var bare = another.get("/verify");
    assertThat(bare.statusCode()).isEqualTo(303);
    assertThat(bare.headers().firstValue("Location").orElseThrow()).endsWith("/verify");
  }

  /** Who types the receipt by mistake is warned, and it is not shown again. */
  @Test
  void a_receipt_typed_in_the_wrong_place_is_not_repeated() throws IOException {
    var answer = new Resident(program).post("/pl/verify", "code", "1111 2222 3333 4444 5555");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Nie podawaj go nikomu").doesNotContain("1111 2222");
  }

  /** Wrong numbers are told to slow down; who holds a right one is answered all the while. */
  @Test
  void a_flood_of_wrong_numbers_stops_nobody_who_has_a_right_one() throws Exception {
    var resident = new Resident(program);
    resident.file("en", FORMAL, (step, page) -> {});
    var code = Resident.first(CODE, resident.get("/en/form/done/paper").body());
    for (var i = 0; i < 90; i++) {
      var status = resident.post("/en/verify", "code", "2222 2222 2222 2222").statusCode();
      assertThat(status).isIn(200, 429);
      if (i % 30 == 29) {
        assertThat(resident.post("/en/verify", "code", code).body()).contains("Issued on");
      }
    }
  }

  @Test
  void without_the_browser_that_filed_there_is_no_paper() throws IOException {
    for (var path : List.of("/slip", "/paper", "/paper.pdf", "/paper.pdf?full=1")) {
      var answer = new Resident(program).get("/pl/form/done" + path);
      assertThat(answer.statusCode()).as(path).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/pl/mailbox");
    }
  }

  @Test
  void the_table_leads_to_nobody_and_the_log_says_nothing() throws Exception {
    var resident = new Resident(program);
    var filed = resident.file("pl", FORMAL, (step, page) -> {});
    var code = Resident.first(CODE, resident.get("/pl/form/done/paper").body());
    resident.post("/pl/verify", "code", code);
    try (var connection = program.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from isonomia.intake_acknowledgement")) {
      assertThat(rows.getMetaData().getColumnCount()).isEqualTo(2);
      while (rows.next()) {
        assertThat(rows.getString("code_hash")).matches("[0-9a-f]{64}");
      }
    }
    assertThat(Files.readString(program.log()))
        .as("at " + Instant.now())
        .doesNotContain(code, code.replace("-", ""), filed.receipt(), WORDS)
        .doesNotContain(filed.receipt().replace(" ", ""));
  }

  private static String sheet(String page) {
    return page.replaceFirst("(?s).*<div class=\"iso-sheet\">", "")
        .replaceFirst("(?s)</main>.*", "");
  }
}
