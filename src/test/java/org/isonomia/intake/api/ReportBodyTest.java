package org.isonomia.intake.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.isonomia.intake.application.Questionnaires;
import org.isonomia.intake.domain.Questionnaire;
import org.isonomia.intake.domain.Said;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportBodyTest {
  private static final Questionnaire QUESTIONS = new Questionnaires().current();
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 6);

  private static final String TRAM =
      """
      {"language":"uk","identity":{"mode":"ANONYMOUS"},"role":"VICTIM","requested":"SIGNAL",
       "narrative":"Чоловік кричав на нас у трамваї.",
       "incident":{"date":"2027-03-06","time":"20:50","place":"tramwaj 4, Rondo Mogilskie","area":"PUBLIC_TRANSPORT"},
       "grounds":["NATIONALITY"],"conduct":["HATE_CRIME"],"respondent":{"type":"UNKNOWN_PERPETRATOR"}}
      """;

  private static final String LEAST =
      "{\"language\":\"en\",\"identity\":{\"mode\":\"NAMED\"},\"narrative\":\"x\",\"grounds\":[\"UNKNOWN\"]%s}";

  private static Said read(String json) {
    return ReportBody.read(json.getBytes(UTF_8), TODAY, QUESTIONS);
  }

  private static Problem refusal(byte[] body) {
    var problem =
        catchThrowableOfType(Problem.class, () -> ReportBody.read(body, TODAY, QUESTIONS));
    assertThat(problem).as("refused").isNotNull();
    return problem;
  }

  private static List<String> errors(String json) {
    return refusal(json.getBytes(UTF_8)).errors().stream()
        .map(e -> e.pointer() + " " + e.code())
        .toList();
  }

  @Test
  void answers_of_a_branch_are_taken_where_it_is_open_and_nowhere_else() {
    var tram = TRAM.strip().replaceAll("}$", "");
    var said = read(tram + ",\"answers\":{\"line\":\"4\",\"cameras\":\"SEEN\"}}");
    assertThat(said.asked().answers())
        .containsEntry("line", List.of("4"))
        .containsEntry("cameras", List.of("SEEN"));
    assertThat(said.asked().questionnaire()).isEqualTo(QUESTIONS.version());
    assertThat(
            errors(
                tram
                    + ",\"answers\":{\"landlord\":\"CITY\",\"cameras\":\"MAYBE\","
                    + "\"contactWays\":[\"SMS\"],\"lines\":\"4\"}}"))
        .containsExactlyInAnyOrder(
            "/answers/landlord not-asked",
            "/answers/cameras unknown-code",
            "/answers/contactWays not-asked",
            "/answers/lines unknown-field");
  }

  @Test
  void the_day_of_a_dismissal_is_a_day_that_has_been() {
    var work =
        LEAST.formatted(",\"incident\":{\"area\":\"EMPLOYMENT\"},\"answers\":{\"endedOn\":\"%s\"}");
    assertThat(read(work.formatted("2027-03-01")).asked().answers())
        .containsEntry("endedOn", List.of("2027-03-01"));
    assertThat(errors(work.formatted("2027-03-07")))
        .containsExactly("/answers/endedOn date-in-future");
    assertThat(errors(work.formatted("1 marca"))).containsExactly("/answers/endedOn not-a-date");
  }

  @Test
  void the_report_from_the_tram_is_read_as_it_was_said() {
    var said = read(TRAM);
    assertThat(said.language()).isEqualTo("uk");
    assertThat(said.identity().isAnonymous()).isTrue();
    assertThat(said.narrative()).isEqualTo("Чоловік кричав на нас у трамваї.");
    assertThat(said.incident().date()).isEqualTo(TODAY);
    assertThat(said.incident().time()).isEqualTo("20:50");
    assertThat(said.grounds()).containsExactly("NATIONALITY");
    assertThat(said.respondent().type()).isEqualTo("UNKNOWN_PERPETRATOR");
    assertThat(said.toString()).isEqualTo("Said");
  }

  @Test
  void language_identity_narrative_and_one_ground_are_enough() {
    var said = read(LEAST.formatted(""));
    assertThat(said.requested()).isEqualTo("SIGNAL");
    assertThat(said.incident().area()).isEqualTo("OTHER");
  }

  @Test
  void what_is_left_out_is_not_said_and_nobody_is_made_the_victim_by_it() {
    var said = read(LEAST.formatted(""));
    assertThat(said.role()).isNull();
    assertThat(said.respondent().type()).isNull();
    assertThat(said.dangerNow()).isNull();
    assertThat(read(LEAST.formatted(",\"dangerNow\":false")).dangerNow()).isFalse();
  }

  @Test
  void a_member_that_is_null_is_like_one_that_did_not_come() {
    assertThat(read(LEAST.formatted(",\"role\":null,\"incident\":null,\"needs\":null")).role())
        .isNull();
  }

  @Test
  void text_of_any_language_and_any_sign_is_kept() {
    var text =
        "Zażółć gęślą jaźń 😀 العربية 中文 <script>alert('x')</script> ' or 1=1; -- ${x} {{y}} %s \\n";
    var json = TRAM.replace("Чоловік кричав на нас у трамваї.", text.replace("\\", "\\\\"));
    assertThat(read(json).narrative()).isEqualTo(text);
  }

  @Test
  void everything_wrong_is_told_at_once() {
    assertThat(errors("{}"))
        .containsExactly(
            "/grounds required",
            "/identity/mode required",
            "/language required",
            "/narrative required");
    assertThat(
            errors(
                """
                {"language":"de","identity":{"mode":"SECRET","name":7},"role":"BOSS","requested":"WAR","narrative":5,
                 "incident":{"date":"2027-02-30","time":"25:00","place":[],"area":"MOON"},
                 "grounds":["SEX","SEX","NOPE",1],"conduct":"DIRECT","respondent":[],"dangerNow":"yes","narative":"x"}
                """))
        .containsExactly(
            "/conduct not-an-array",
            "/dangerNow not-a-boolean",
            "/grounds/1 code-twice",
            "/grounds/2 unknown-code",
            "/grounds/3 not-a-string",
            "/identity/mode unknown-code",
            "/identity/name not-a-string",
            "/incident/area unknown-code",
            "/incident/date not-a-date",
            "/incident/place not-a-string",
            "/incident/time not-a-time",
            "/language unknown-code",
            "/narative unknown-field",
            "/narrative not-a-string",
            "/requested unknown-code",
            "/respondent not-an-object",
            "/role unknown-code");
  }

  @Test
  void a_formal_complaint_needs_name_and_address() {
    assertThat(errors(LEAST.formatted(",\"requested\":\"COMPLAINT_KPA\"")))
        .containsExactly(
            "/identity/address formal-needs-address", "/identity/name formal-needs-name");
    assertThat(errors(TRAM.replace("\"SIGNAL\"", "\"PETITION\"")))
        .containsExactly("/identity/mode formal-needs-name");
    var complete =
        LEAST.replace(
            "\"NAMED\"", "\"NAMED\",\"name\":\"Marta Przykładowa\",\"address\":\"ul. Zmyślona 1\"");
    assertThat(read(complete.formatted(",\"requested\":\"COMPLAINT_KPA\"")).identity().isComplete())
        .isTrue();
  }

  @Test
  void an_anonymous_person_is_not_let_to_leave_a_name() {
    assertThat(
            errors(
                TRAM.replace(
                    "{\"mode\":\"ANONYMOUS\"}", "{\"mode\":\"ANONYMOUS\",\"phone\":\"600\"}")))
        .containsExactly("/identity/phone not-with-anonymous");
  }

  @ParameterizedTest
  @MethodSource
  void a_single_wrong_field_has_its_pointer(String more, String error) {
    assertThat(errors(LEAST.formatted("," + more))).containsExactly(error);
  }

  static Stream<Arguments> a_single_wrong_field_has_its_pointer() {
    return Stream.of(
        Arguments.of("\"incident\":{\"date\":\"2027-03-07\"}", "/incident/date date-in-future"),
        Arguments.of("\"incident\":{\"date\":\"1066-10-14\"}", "/incident/date date-too-old"),
        Arguments.of("\"incident\":{\"date\":\"+999999999-01-01\"}", "/incident/date not-a-date"),
        Arguments.of("\"incident\":{\"date\":20270306}", "/incident/date not-a-string"),
        Arguments.of(
            "\"incident\":{\"place\":\"" + "x".repeat(501) + "\"}", "/incident/place too-long"),
        Arguments.of("\"incident\":{\"where\":\"x\"}", "/incident/where unknown-field"),
        Arguments.of("\"wishText\":\"a\\u0000b\"", "/wishText unreadable-character"),
        Arguments.of("\"wishText\":\"a\\ud800b\"", "/wishText unreadable-character"),
        Arguments.of("\"wishText\":\"a\\u001bb\"", "/wishText unreadable-character"),
        Arguments.of("\"wishText\":\"a\\uffffb\"", "/wishText unreadable-character"),
        Arguments.of("\"role\":{}", "/role not-a-string"),
        Arguments.of("\"role\":1e999999999", "/role not-a-string"),
        Arguments.of("\"needs\":[null]", "/needs/0 not-a-string"),
        Arguments.of("\"needs\":[\"TAXI\"]", "/needs/0 unknown-code"),
        Arguments.of("\"needs\":[" + "1,".repeat(60) + "1]", "/needs too-many"),
        Arguments.of("\"a/b~c\":1", "/a~1b~0c unknown-field"));
  }

  @Test
  void a_narrative_ends_at_twenty_thousand_characters() {
    assertThat(read(TRAM.replace("Чоловік", "ж".repeat(19_900))).narrative())
        .hasSizeGreaterThan(19_900);
    assertThat(errors(TRAM.replace("Чоловік", "ж".repeat(20_001))))
        .containsExactly("/narrative too-long");
  }

  @ParameterizedTest
  @MethodSource
  void what_is_no_json_object_is_unreadable(byte[] body, String code) {
    var problem = refusal(body);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.kind()).isEqualTo(Problem.Kind.UNREADABLE);
  }

  static Stream<Arguments> what_is_no_json_object_is_unreadable() {
    return Stream.of(
        unreadable("", "not-json"),
        unreadable("hello", "not-json"),
        unreadable("[]", "not-an-object"),
        unreadable("\"x\"", "not-an-object"),
        unreadable("null", "not-an-object"),
        unreadable("{\"language\":\"pl\"", "not-json"),
        unreadable("{\"language\":\"pl\",}", "not-json"),
        unreadable("{\"language\":\"pl\"} {}", "not-json"),
        unreadable("{'language':'pl'}", "not-json"),
        unreadable("{\"language\":NaN}", "not-json"),
        unreadable("{\"language\":\"a\nb\"}", "not-json"),
        unreadable("{\"language\":\"pl\",\"language\":\"en\"}", "member-twice"),
        unreadable("{\"a\":" + "[".repeat(100_000), "too-deep"),
        unreadable("{\"a\":".repeat(100_000), "too-deep"),
        Arguments.of(
            "{\"language\":\"ż\"}".getBytes(java.nio.charset.Charset.forName("ISO-8859-2")),
            "not-utf-8"),
        Arguments.of(new byte[] {'{', (byte) 0xC0, (byte) 0x80, '}'}, "not-utf-8"));
  }

  private static Arguments unreadable(String json, String code) {
    return Arguments.of(json.getBytes(ISO_8859_1), code);
  }
}
