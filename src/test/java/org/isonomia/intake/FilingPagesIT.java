package org.isonomia.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.isonomia.journey.CookieJar;
import org.isonomia.journey.Filing;
import org.isonomia.journey.Program;
import org.isonomia.journey.Staff;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The resident's door as a browser without JavaScript meets it, on the packaged program. */
class FilingPagesIT {
  private static final String WORDS = "Чоловік кричав на нас <b>у трамваї</b> & плюнув";
  private static final Pattern RECEIPT = Pattern.compile("id=\"receipt\">([0-9 ]{24})<");
  private static final Pattern NUMBER = Pattern.compile("id=\"case-number\">(ET-[0-9-]+)<");

  private static final Pattern CODE = Pattern.compile("id=\"code\">([0-9 ]{24})<");

  private static Program program;

  @BeforeAll
  static void start() {
    program = Program.shared();
  }

  @Test
  void a_report_is_written_step_by_step_sent_many_times_at_once_and_is_one_case_with_one_receipt()
      throws Exception {
    var visitor = new Visitor();
    visitor.walk("uk", "ANONYMOUS");
    var check = visitor.get("/uk/form/check").body();
    assertThat(check)
        .contains("Чоловік кричав на нас &lt;b&gt;у трамваї")
        .doesNotContain("<b>у трамваї");
    // Back and another language keep every answer
    assertThat(visitor.get("/pl/form/story").body()).contains("Чоловік кричав на нас");
    assertThat(visitor.get("/en/form/when").body()).contains("value=\"20:50\"");

    visitor.sendWhenNotTooQuick("/uk/form/check");
    var again = IntStream.range(0, 8).mapToObj(i -> visitor.later("/uk/form/check")).toList();
    for (var answer : again) {
      assertThat(answer.join().statusCode()).isEqualTo(303);
      assertThat(answer.join().headers().firstValue("Location")).contains("/uk/form/done");
    }
    var done = visitor.get("/uk/form/done").body();
    var receipt = first(RECEIPT, done);
    assertThat(first(RECEIPT, visitor.get("/uk/form/done").body())).isEqualTo(receipt);
    assertThat(
            count(
                "select count(*) from intake_report where number = '" + first(NUMBER, done) + "'"))
        .isOne();
    assertThat(
            count("select count(*) from intake_draft where number = '" + first(NUMBER, done) + "'"))
        .isOne();

    var back = new Visitor();
    assertThat(back.post("/uk/mailbox", Map.of("receipt", "1111 2222 3333 4444")).statusCode())
        .isEqualTo(422);
    assertThat(back.post("/uk/mailbox", Map.of("receipt", receipt.replace(" ", "-"))).statusCode())
        .isEqualTo(303);
    assertThat(back.get("/uk/mailbox/open").body()).contains(first(NUMBER, done));
    assertThat(back.post("/uk/mailbox/open", Map.of("text", "Дякую за відповідь")).statusCode())
        .isEqualTo(303);
    assertThat(back.get("/uk/mailbox/open").body()).contains("Дякую за відповідь");
    assertThat(back.get("/uk/mailbox/text").body())
        .contains("Чоловік кричав на нас &lt;b&gt;")
        .contains("Номер лінії", "Чи були там камери?");
    assertThat(
            count(
                "select count(*) from intake_report where questionnaire = '2027-02' and further_sealed is not null"
                    + " and number = '"
                    + first(NUMBER, done)
                    + "'"))
        .isOne();
    var of =
        first(
            Pattern.compile("name=\"of\" value=\"([0-9a-f]+)\""),
            back.get("/uk/mailbox/write").body());
    assertThat(back.post("/uk/mailbox/leave", Map.of()).statusCode()).isEqualTo(303);
    assertThat(back.get("/uk/mailbox/open").statusCode()).isEqualTo(303);
    // what is written after the visit has ended waits for the receipt, and nobody reads it
    // meanwhile
    var waiting = back.post("/uk/mailbox/open", Map.of("text", "ще одне слово", "of", of)).body();
    assertThat(waiting).doesNotContain("ще одне слово");
    var kept = first(Pattern.compile("name=\"kept\" value=\"([^\"]+)\""), waiting);
    assertThat(back.post("/uk/mailbox", Map.of("receipt", receipt)).statusCode()).isEqualTo(303);
    assertThat(back.post("/uk/mailbox/open", Map.of("kept", kept)).body())
        .contains("ще одне слово");
  }

  @Test
  void another_language_and_back_keep_what_is_typed_but_not_sent() throws Exception {
    var visitor = new Visitor();
    var story = visitor.get("/pl/form/story").body();
    // Enter in a field presses the first button of the form, which goes on
    assertThat(first(Pattern.compile("(<button[^>]*form=\"answers\"[^>]*>)"), story))
        .doesNotContain("name=", "formaction");
    assertThat(story).contains("formaction=\"/uk/form/story\"");
    // nothing typed: nothing kept
    var empty = visitor.post("/uk/form/story", Map.of("press", "switch", "narrative", ""));
    assertThat(empty.headers().firstValue("Location")).contains("/uk/form/story");
    assertThat(empty.headers().firstValue("Set-Cookie")).isEmpty();

    var other = visitor.post("/uk/form/story", Map.of("press", "switch", "narrative", WORDS));
    assertThat(other.statusCode()).isEqualTo(303);
    assertThat(other.headers().firstValue("Location")).contains("/uk/form/story");
    assertThat(visitor.get("/uk/form/story").body()).contains("у трамваї");
    visitor.post(
        "/uk/form/story", Map.of("press", "switch", "narrative", WORDS, "writtenIn", "und"));
    assertThat(visitor.get("/en/form/story").body())
        .as("the language of the words stays when the page changes its own")
        .containsPattern("<option value=\"und\" selected[^>]*>another language");
    // what could not be sent on is kept, too
    var back =
        visitor.post("/uk/form/place?from=check", Map.of("press", "back", "place", "tramwaj 4"));
    assertThat(back.headers().firstValue("Location")).contains("/uk/form/when");
    assertThat(visitor.get("/en/form/place?from=check").body())
        .contains("value=\"tramwaj 4\"")
        .contains("formaction=\"/pl/form/place?from=check\"");

    visitor.walk("uk", "NAMED");
    visitor.post("/uk/form/safe?from=check", Map.of("danger", "yes"));
    visitor.sendWhenNotTooQuick("/uk/form/check");
    var done = visitor.get("/uk/form/done").body();
    assertThat(done).as("who is in danger").contains("href=\"tel:112\"");
    var receipt = first(RECEIPT, done);
    var reader = new Visitor();
    assertThat(reader.post("/uk/mailbox", Map.of("receipt", "1111 2222")).body())
        .contains("value=\"1111 2222\"");
    reader.post("/uk/mailbox", Map.of("receipt", receipt));
    var told = reader.get("/uk/mailbox/text").body();
    assertThat(told).as("in which language it is written").contains("інша мова");
    assertThat(told).contains("Скарга", "Великий шрифт", "<details", "Marta Przykładowa");
    assertThat(told.indexOf("Marta")).isGreaterThan(told.indexOf("<details"));
    var unsent =
        reader.post("/en/mailbox/open", Map.of("press", "switch", "text", "ще не надіслано"));
    assertThat(unsent.statusCode()).isEqualTo(200);
    assertThat(unsent.body()).contains("<html lang=\"en\"", "ще не надіслано</textarea>");
    assertThat(reader.get("/en/mailbox/open").body()).doesNotContain("ще не надіслано");
  }

  @Test
  void an_unfinished_report_is_found_again_with_its_code_and_destroyed_by_exit_without_one()
      throws Exception {
    var visitor = new Visitor();
    visitor.post("/uk/form/story", Map.of("narrative", WORDS));
    // the answer just typed is kept on the way to the code
    var later = visitor.post("/uk/form/place", Map.of("press", "later", "place", "tramwaj 4"));
    assertThat(later.headers().firstValue("Location")).contains("/uk/later?step=place");
    assertThat(visitor.get("/uk/later?step=place").body()).contains("href=\"/uk/form/place\"");
    var made = visitor.post("/uk/later?step=place", Map.of());
    assertThat(made.headers().firstValue("Location")).contains("/uk/later/code?step=place");
    var code = first(CODE, visitor.get("/uk/later/code?step=place").body());
    // neither a reload nor a second press makes another one, and no other browser sees it
    assertThat(first(CODE, visitor.get("/uk/later/code?step=place").body())).isEqualTo(code);
    visitor.post("/uk/later?step=place", Map.of());
    assertThat(first(CODE, visitor.get("/pl/later/code").body())).isEqualTo(code);
    assertThat(new Visitor().get("/uk/later/code").body()).doesNotContain(code);
    assertThat(visitor.get("/uk/later?step=place").body()).doesNotContain(code);
    var copied = visitor.cookies();
    assertThat(withCookie("/uk/form/story", copied)).contains("у трамваї");
    assertThat(visitor.get("/exit").statusCode()).isEqualTo(303);
    assertThat(visitor.get("/uk/form/story").body()).doesNotContain("у трамваї");
    program.await(
        "whoever copied the cookie opens nothing",
        java.time.Duration.ofSeconds(20),
        () -> !withCookie("/uk/form/story", copied).contains("у трамваї"));
    assertThat(withCookie("/uk/later/code", copied)).doesNotContain(code);

    var elsewhere = new Visitor();
    var wrong = elsewhere.post("/pl/later/open", Map.of("code", "1234 5678 9012 3456 7890"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("value=\"1234 5678 9012 3456 7890\"", "href=\"#code\"");
    var found = elsewhere.post("/pl/later/open", Map.of("code", code.replace(" ", "-")));
    assertThat(found.headers().firstValue("Location")).contains("/pl/form/safe");
    assertThat(elsewhere.get("/pl/form/story").body()).contains("у трамваї");
    assertThat(elsewhere.get("/pl/form/place").body()).contains("value=\"tramwaj 4\"");
    // with a file, once more somewhere else: the code opens it, and the device before no more
    assertThat(elsewhere.upload("/pl/form/files", "zdjęcie.png", picture()).statusCode())
        .isEqualTo(303);
    var before = elsewhere;
    elsewhere = new Visitor();
    elsewhere.post("/pl/later/open", Map.of("code", code));
    assertThat(elsewhere.get("/pl/form/story").body()).contains("у трамваї");
    assertThat(elsewhere.get("/pl/form/files").body()).contains("zdjęcie.png");
    assertThat(first(CODE, elsewhere.get("/pl/later/code").body())).isEqualTo(code);
    assertThat(before.get("/pl/form/story").body()).doesNotContain("у трамваї");
    // sent, the code ends: the receipt leads back from now on
    elsewhere.walk("pl", "ANONYMOUS");
    elsewhere.sendWhenNotTooQuick("/pl/form/check");
    assertThat(new Visitor().post("/pl/later/open", Map.of("code", code)).statusCode())
        .isEqualTo(422);

    var leaving = new Visitor();
    leaving.post("/pl/form/story", Map.of("narrative", "nikt tego nie przeczyta"));
    var drafts = count("select count(*) from intake_draft where code_index is null");
    assertThat(leaving.get("/exit").headers().firstValue("Clear-Site-Data")).isPresent();
    // Back in the browser says what is gone, what is not, and where it is
    var back = leaving.get("/pl/form/check").headers().firstValue("Location").orElseThrow();
    assertThat(back).contains("/pl/?gone=1");
    assertThat(leaving.get("/pl/?gone=1").body())
        .contains(
            "id=\"gone-title\"", "Nikt z urzędu ich nie czytał", "Wysłane zgłoszenie nie zginęło")
        .contains("href=\"/pl/mailbox\"", "href=\"/pl/later/open\"");
    assertThat(leaving.get("/pl/form/place").body())
        .contains("id=\"gone-title\"", "Wysłane zgłoszenie nie zginęło", "href=\"/pl/form/notice\"")
        .doesNotContain("nikt tego nie przeczyta");
    program.await(
        "the draft is destroyed",
        java.time.Duration.ofSeconds(20),
        () -> count("select count(*) from intake_draft where code_index is null") < drafts);
  }

  @Test
  void a_branch_that_closes_keeps_its_answers_and_does_not_send_them() throws Exception {
    var visitor = new Visitor();
    visitor.walk("pl", "NAMED");
    var changed =
        visitor.post(
            "/pl/form/place?from=check", Map.of("area", "HOUSING", "place", "ul. Zmyślona 1"));
    assertThat(changed.headers().firstValue("Location")).contains("/pl/form/more-7?from=check");
    var last = visitor.post("/pl/form/more-7?from=check", Map.of("landlord", "CITY"));
    assertThat(last.headers().firstValue("Location")).contains("/pl/form/check");
    assertThat(visitor.get("/pl/form/check").body())
        .contains("Do miasta")
        .doesNotContain("Numer linii");
    visitor.post("/pl/form/place?from=check", Map.of("area", "PUBLIC_TRANSPORT"));
    assertThat(visitor.get("/pl/form/check").body())
        .contains("Numer linii")
        .doesNotContain("Do miasta");
    // anonymous after all: the name waits and is not sent
    visitor.post("/pl/form/you?from=check", Map.of("identity", "ANONYMOUS"));
    assertThat(visitor.get("/pl/form/check").body()).doesNotContain("Marta Przykładowa");
    visitor.sendWhenNotTooQuick("/pl/form/check");
    var number = first(NUMBER, visitor.get("/pl/form/done").body());
    assertThat(
            count(
                "select count(*) from intake_report where name_sealed is null and further_identity_sealed is null"
                    + " and identity_mode = 'ANONYMOUS' and requested = 'SIGNAL' and number = '"
                    + number
                    + "'"))
        .isOne();
  }

  @Test
  void who_says_neither_who_it_is_about_nor_danger_nor_date_files_all_the_same() throws Exception {
    var visitor = new Visitor();
    var form = "/pl/form/";
    visitor.step(form, "notice", "safe", "x", "");
    assertThat(visitor.get("/pl/form/safe").body()).contains("112", "id=\"skip\"");
    visitor.step(form, "safe", "who");
    visitor.step(form, "who", "you");
    assertThat(visitor.get("/pl/form/you").body()).doesNotContain("id=\"skip\"");
    visitor.step(form, "you", "story", "identity", "ANONYMOUS");
    visitor.step(form, "story", "when", "narrative", WORDS);
    visitor.step(form, "when", "place");
    visitor.step(form, "place", "about", "area", "CITY_SERVICE");
    visitor.step(form, "about", "how", "grounds", "UNKNOWN");
    visitor.step(form, "how", "by");
    visitor.step(form, "by", "help", "respondent", "CITY_OFFICE");
    visitor.step(form, "help", "files");
    visitor.step(form, "contact", "next");
    visitor.step(form, "next", "check");
    assertThat(visitor.get("/pl/form/check").body())
        .contains("href=\"tel:112\"", "id=\"left\"", "/pl/form/who?from=check")
        .contains("/pl/form/safe?from=check", "/pl/form/when?from=check")
        .doesNotContain("id=\"errors\"");
    visitor.sendWhenNotTooQuick("/pl/form/check");
    var done = visitor.get("/pl/form/done").body();
    assertThat(
            count(
                "select count(*) from intake_report where reporter_role is null and danger_now is null"
                    + " and incident_date is null and number = '"
                    + first(NUMBER, done)
                    + "'"))
        .isOne();
    var reader = new Visitor();
    reader.post("/pl/mailbox", Map.of("receipt", first(RECEIPT, done)));
    assertThat(reader.get("/pl/mailbox/open").statusCode()).isEqualTo(200);
    assertThat(reader.get("/pl/mailbox/text").body()).doesNotContain("To spotkało mnie");
    assertThat(reader.get("/pl/mailbox/data").statusCode()).isEqualTo(200);
  }

  @Test
  void a_consent_promised_as_a_file_does_not_stop_the_report_and_is_told_until_it_comes()
      throws Exception {
    var visitor = new Visitor();
    visitor.walk("pl", "ANONYMOUS");
    assertThat(visitor.get("/pl/form/check").body()).doesNotContain("id=\"promised\"");
    var branch = visitor.post("/pl/form/who?from=check", Map.of("role", "REPRESENTATIVE"));
    assertThat(branch.headers().firstValue("Location")).contains("/pl/form/more-1?from=check");
    visitor.post("/pl/form/more-1?from=check", Map.of("consentOfPerson", "DOCUMENT"));
    assertThat(visitor.get("/pl/form/check").body())
        .contains("id=\"promised\"", "/pl/form/files?from=check")
        .doesNotContain("id=\"errors\"");
    assertThat(visitor.get("/pl/form/files").body()).contains("id=\"promised-consentOfPerson\"");
    visitor.sendWhenNotTooQuick("/pl/form/check");
    var done = visitor.get("/pl/form/done").body();
    assertThat(done).contains("id=\"awaited\"", "art. 221");
    var receipt = first(RECEIPT, done);
    var reader = new Visitor();
    reader.post("/pl/mailbox", Map.of("receipt", receipt));
    assertThat(reader.get("/pl/mailbox/open").body()).contains("id=\"awaited\"", "art. 221");
    var mailbox = new Filing(program.baseUrl()).mailbox(receipt);
    assertThat(mailbox.getJsonArray("awaitedFiles").getString(0)).isEqualTo("consentOfPerson");
    assertThat(reader.upload("/pl/mailbox/files", "zgoda.png", picture()).statusCode())
        .isEqualTo(303);
    assertThat(reader.get("/pl/mailbox/open").body())
        .as("it was not said to be the consent")
        .contains("id=\"awaited\"");
  }

  @Test
  void a_file_of_the_form_that_is_marked_as_the_consent_is_the_consent() throws Exception {
    var visitor = new Visitor();
    visitor.walk("pl", "ANONYMOUS");
    visitor.post("/pl/form/who?from=check", Map.of("role", "REPRESENTATIVE"));
    visitor.post("/pl/form/more-1?from=check", Map.of("consentOfPerson", "DOCUMENT"));
    assertThat(visitor.upload("/pl/form/files", "zgoda.png", picture()).statusCode())
        .isEqualTo(303);
    assertThat(visitor.get("/pl/form/check").body()).contains("id=\"promised\"");
    var files = visitor.get("/pl/form/files").body();
    assertThat(files).contains("name=\"promised\"").doesNotContain("id=\"said-");
    var said = first(Pattern.compile("name=\"said\" value=\"(\\d+)\""), files);
    visitor.post("/pl/form/files", Map.of("said", said, "promised", "consentOfPerson"));
    assertThat(visitor.get("/pl/form/files").body()).contains("id=\"said-" + said);
    assertThat(visitor.get("/pl/form/check").body()).doesNotContain("id=\"promised\"");
    visitor.post("/pl/form/files", Map.of("said", said, "promised", ""));
    assertThat(visitor.get("/pl/form/check").body()).contains("id=\"promised\"");
    visitor.post("/pl/form/files", Map.of("said", said, "promised", "consentOfPerson"));
    visitor.sendWhenNotTooQuick("/pl/form/check");
    var done = visitor.get("/pl/form/done").body();
    assertThat(done).doesNotContain("id=\"awaited\"");
    var receipt = first(RECEIPT, done);
    var mailbox = new Filing(program.baseUrl()).mailbox(receipt);
    assertThat(mailbox.getJsonArray("awaitedFiles")).isEmpty();
  }

  @Test
  void before_sending_the_page_says_which_crimes_are_passed_on_and_gives_the_notice_of_the_track()
      throws Exception {
    var visitor = new Visitor();
    visitor.walk("pl", "NAMED");
    assertThat(visitor.get("/pl/form/check").body())
        .contains("handel ludźmi", "art. 189a Kodeksu karnego")
        .contains("id=\"formal\"")
        .doesNotContain("id=\"signal\"");
    // a field that only a machine fills: a person is asked again, and the field is gone
    var filled = visitor.post("/pl/form/check", Map.of("website", "x"));
    assertThat(filled.statusCode()).isEqualTo(422);
    assertThat(filled.body()).contains("quick-title").doesNotContain("name=\"website\"");
    assertThat(visitor.get("/pl/privacy").body()).contains("id=\"formal\"", "id=\"signal\"");
    assertThat(visitor.get("/de/").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/film").statusCode()).isEqualTo(404);
  }

  @Test
  void a_formal_complaint_with_a_photo_tells_its_dates() throws Exception {
    var visitor = new Visitor();
    visitor.walk("pl", "NAMED");
    assertThat(visitor.upload("/pl/form/files", "zdjęcie.png", picture()).statusCode())
        .isEqualTo(303);
    assertThat(
            visitor
                .upload(
                    "/pl/form/files", "pismo.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII))
                .statusCode())
        .isEqualTo(422);
    assertThat(visitor.get("/pl/form/check").body())
        .contains("Marta Przykładowa")
        .contains("zdjęcie.png");
    visitor.sendWhenNotTooQuick("/pl/form/check");
    var done = visitor.get("/pl/form/done").body();
    assertThat(done).contains("Do tego dnia dostaniesz odpowiedź na skargę.");
    var number = first(NUMBER, done);
    assertThat(
            count(
                "select count(*) from intake_file where media_type = 'image/png' and number = '"
                    + number
                    + "'"))
        .isOne();
    // nothing of the draft is left but the receipt
    assertThat(
            count(
                "select count(*) from intake_draft_file f join intake_draft d using (token_hash) where d.number = '"
                    + number
                    + "'"))
        .isZero();
    assertThat(visitor.post("/pl/form/done", Map.of()).statusCode()).isEqualTo(303);
    assertThat(visitor.get("/pl/form/done").headers().firstValue("Location"))
        .contains("/pl/mailbox");
  }

  @Test
  void what_is_wrong_is_said_beside_its_field_and_everything_typed_is_still_there()
      throws Exception {
    var visitor = new Visitor();
    var tooMuch = "ж".repeat(20_001);
    var tooLong = visitor.post("/pl/form/story", Map.of("narrative", tooMuch));
    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(tooLong.body()).contains(tooMuch).contains("href=\"#narrative\"");
    assertThat(visitor.post("/pl/form/story", Map.of("narrative", " ")).statusCode())
        .isEqualTo(422);
    var when =
        visitor.post(
            "/pl/form/when",
            Map.of("date-day", "31", "date-month", "2", "date-year", "2026", "time", "wieczorem"));
    assertThat(when.statusCode()).isEqualTo(422);
    assertThat(when.body())
        .contains("value=\"31\"")
        .contains("value=\"wieczorem\"")
        .contains("href=\"#date\"");
    assertThat(visitor.post("/pl/form/check", Map.of()).statusCode()).isEqualTo(422);
    // a draft that is gone costs the earlier steps, never the one just typed
    var other = new Visitor();
    other.cookie = "__Host-draft=" + "x".repeat(43);
    assertThat(other.post("/pl/form/story", Map.of("narrative", "moje słowa")).statusCode())
        .isEqualTo(303);
    assertThat(other.get("/pl/form/story").body()).contains("moje słowa");
  }

  @Test
  void a_file_removed_or_added_while_the_report_is_sent_opens_for_staff_or_is_not_there()
      throws Exception {
    var joanna = Staff.signIn(program.baseUrl(), "joanna");
    var visitors = new ArrayList<Visitor>();
    for (var i = 0; i < 12; i++) {
      var visitor = new Visitor();
      visitor.walk("pl", "ANONYMOUS");
      for (var file = 0; file < 3; file++) {
        assertThat(visitor.upload("/pl/form/files", "zdjęcie.png", picture()).statusCode())
            .isEqualTo(303);
      }
      visitors.add(visitor);
    }
    TimeUnit.SECONDS.sleep(3); // nobody is too quick now
    for (var i = 0; i < visitors.size(); i++) {
      var visitor = visitors.get(i);
      var files =
          Pattern.compile("name=\"remove\" value=\"(\\d+)\"")
              .matcher(visitor.get("/pl/form/files").body())
              .results()
              .map(file -> file.group(1))
              .toList();
      assertThat(files).hasSize(3);
      var pressed = new ArrayList<CompletableFuture<HttpResponse<String>>>();
      pressed.add(visitor.later("/pl/form/check"));
      for (var file : files) {
        TimeUnit.MILLISECONDS.sleep(5L * i);
        pressed.add(visitor.later("/pl/form/files", "remove", file));
      }
      var added = visitor.upload("/pl/form/files", "jeszcze.png", picture());
      assertThat(added.statusCode()).isIn(303, 422);
      for (var press : pressed) {
        assertThat(press.join().statusCode()).isLessThan(500);
      }
      visitor.sendWhenNotTooQuick("/pl/form/check");
      var at = "/casework/cases/" + first(NUMBER, visitor.get("/pl/form/done").body());
      var listed = Pattern.compile("/files/(\\d+)\"").matcher(joanna.read(at)).results().toList();
      for (var file : listed) {
        assertThat(joanna.get(at + "/files/" + file.group(1)).statusCode())
            .as("a file of report " + i)
            .isEqualTo(200);
      }
    }
  }

  @Test
  void whoever_sends_one_report_and_begins_another_leaves_no_receipt_behind_at_exit()
      throws Exception {
    var visitor = new Visitor();
    visitor.walk("pl", "ANONYMOUS");
    visitor.sendWhenNotTooQuick("/pl/form/check");
    var receipt = first(RECEIPT, visitor.get("/pl/form/done").body());
    var copied = visitor.cookies();
    assertThat(withCookie("/pl/form/done", copied)).contains(receipt);
    var next = visitor.post("/pl/form/story", Map.of("narrative", "druga sprawa"));
    assertThat(next.headers().firstValue("Location"))
        .as("they know that the first one is sent")
        .contains("/pl/form/when");
    assertThat(visitor.cookies()).isNotEqualTo(copied);
    visitor.get("/exit");
    assertThat(withCookie("/pl/form/done", copied)).doesNotContain(receipt);
  }

  @Test
  void whoever_types_the_receipt_again_leaves_no_visit_behind_at_exit() throws Exception {
    var filed =
        Filing.json(new Filing(program.baseUrl()).file(Filing.report("pl", "Dwa razy paragon.")));
    var number = filed.getString("caseNumber");
    var receipt = Map.of("receipt", filed.getString("receipt"));
    var visitor = new Visitor();
    visitor.post("/pl/mailbox", receipt);
    var copied = visitor.cookies();
    assertThat(withCookie("/pl/mailbox/open", copied)).contains(number);
    assertThat(visitor.post("/pl/mailbox", Map.of("receipt", "1111 2222")).statusCode())
        .isEqualTo(422);
    assertThat(visitor.get("/pl/mailbox/open").body())
        .as("a wrong receipt ends nothing")
        .contains(number);
    visitor.post("/pl/mailbox", receipt);
    assertThat(visitor.get("/pl/mailbox/open").body()).contains(number);
    visitor.get("/exit");
    assertThat(withCookie("/pl/mailbox/open", copied)).doesNotContain(number);
  }

  @Test
  void whoever_opens_another_unfinished_report_leaves_the_one_before_to_its_code_alone()
      throws Exception {
    var elsewhere = new Visitor();
    elsewhere.post("/pl/form/story", Map.of("narrative", "napisane gdzie indziej"));
    elsewhere.post("/pl/later?step=story", Map.of());
    var code = first(CODE, elsewhere.get("/pl/later/code?step=story").body());

    var visitor = new Visitor();
    visitor.post("/pl/form/story", Map.of("narrative", "napisane tutaj"));
    visitor.post("/pl/later?step=story", Map.of());
    var own = first(CODE, visitor.get("/pl/later/code?step=story").body());
    var copied = visitor.cookies();
    assertThat(visitor.post("/pl/later/open", Map.of("code", "1234 5678")).statusCode())
        .isEqualTo(422);
    assertThat(withCookie("/pl/form/story", copied))
        .as("a wrong code ends nothing")
        .contains("napisane tutaj");
    visitor.post("/pl/later/open", Map.of("code", code));
    assertThat(visitor.get("/pl/form/story").body()).contains("napisane gdzie indziej");
    visitor.get("/exit");
    assertThat(withCookie("/pl/form/story", copied)).doesNotContain("napisane tutaj");
    visitor.post("/pl/later/open", Map.of("code", own));
    assertThat(visitor.get("/pl/form/story").body()).contains("napisane tutaj");
  }

  @Test
  void damaged_parts_are_refused_and_never_taken_for_continue() throws Exception {
    var visitor = new Visitor();
    visitor.walk("pl", "ANONYMOUS");
    var file = "Content-Disposition: form-data; name=\"files\"";
    // a zero byte in the name costs the name only: what is refused, in words, is a file of one
    // letter
    assertThat(
            visitor.uploadRaw(
                "--part\r\n" + file + "; filename=\"a\0b.png\"\r\n\r\nx\r\n--part--\r\n"))
        .isEqualTo(422);
    // parts within a part, another boundary, nothing at all
    assertThat(
            visitor.uploadRaw(
                "--part\r\n" + file + "\r\nContent-Type: multipart/mixed\r\n\r\nx\r\n--part--\r\n"))
        .isEqualTo(400);
    assertThat(visitor.uploadRaw("--other\r\n" + file + "\r\n\r\nx\r\n--other--\r\n"))
        .isEqualTo(400);
    assertThat(visitor.uploadRaw("")).isEqualTo(400);
  }

  @Test
  void the_same_key_gives_the_same_answer_also_at_the_same_time() throws Exception {
    var rest = new Filing(program.baseUrl());
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    var body = Filing.report("pl", "raz i ten sam raz");
    var answers =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> unchecked(() -> rest.post("/api/reports", body, key))))
            .toList();
    var bodies = new ArrayList<String>();
    for (var answer : answers) {
      assertThat(answer.join().statusCode()).isEqualTo(201);
      bodies.add(answer.join().body());
    }
    assertThat(bodies).containsOnly(bodies.get(0));
    assertThat(rest.post("/api/reports", Filing.report("pl", "inne słowa"), key).statusCode())
        .isEqualTo(422);
  }

  private interface Call<T> {
    T now() throws IOException;
  }

  private static <T> T unchecked(Call<T> call) {
    try {
      return call.now();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String first(Pattern pattern, String page) {
    var matcher = pattern.matcher(page);
    assertThat(matcher.find()).as(pattern.pattern()).isTrue();
    return matcher.group(1);
  }

  private static long count(String sql) throws Exception {
    try (var database = program.database();
        var statement = database.createStatement();
        var rows = statement.executeQuery(sql.replace(" intake_", " isonomia.intake_"))) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static String withCookie(String path, String cookies)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(program.baseUrl().resolve(path))
                .header("Cookie", cookies)
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static byte[] picture() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  /** A browser with its cookies. */
  private static final class Visitor {
    private final CookieJar jar = new CookieJar();

    // no browser asks for HTTP/2 where nothing is encrypted
    private final HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(jar).build();
    private String cookie;

    /** As somebody would copy them. */
    String cookies() {
      return jar.get(null, null).get("Cookie").get(0);
    }

    /** All questions of the form in their order, up to the check. */
    void walk(String language, String identity) throws IOException {
      var form = "/" + language + "/form/";
      var formal = identity.equals("ANONYMOUS") ? "files" : "formal";
      step(form, "notice", "safe", "x", "");
      step(form, "safe", "who", "danger", "no");
      step(form, "who", "you", "role", "VICTIM");
      step(form, "you", "story", "identity", identity);
      step(form, "story", "when", "narrative", WORDS, "writtenIn", "und");
      step(
          form,
          "when",
          "place",
          "date-day",
          "1",
          "date-month",
          "3",
          "date-year",
          "2026",
          "time",
          "20:50");
      step(form, "place", "more-6", "area", "PUBLIC_TRANSPORT", "place", "tramwaj 4");
      step(form, "more-6", "about", "line", "4", "cameras", "SEEN");
      step(form, "about", "how", "grounds", "NATIONALITY", "grounds", "LANGUAGE");
      step(form, "how", "by", "conduct", "HATE_INCIDENT");
      step(form, "by", "help", "respondent", "CITY_UNIT");
      step(form, "help", formal, "wishes", "SUPPORT");
      if (formal.equals("formal")) {
        step(
            form,
            "formal",
            "files",
            "requested",
            "COMPLAINT_KPA",
            "name",
            "Marta Przykładowa",
            "address",
            "ul. Zmyślona 1");
      }
      step(form, "contact", "next", "needs", "LARGE_PRINT");
      assertThat(get(form + "next").body()).contains("304 § 2");
      step(form, "next", "check", "passSupport", "ASK_ME", "passPolice", "AFRAID");
    }

    private void step(String form, String step, String next, String... fields) throws IOException {
      assertThat(get(form + step).statusCode()).as(step).isEqualTo(200);
      var answer =
          send(request(form + step, urlencoded(fields), "application/x-www-form-urlencoded"));
      assertThat(answer.statusCode()).as(step).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location")).as(step).contains(form + next);
    }

    /**
     * Whoever is faster than a reader is asked to press again; so it is pressed again, until it is
     * taken.
     */
    void sendWhenNotTooQuick(String path) throws IOException {
      var deadline = System.nanoTime() + 30_000_000_000L;
      var answer = post(path, Map.of());
      while (answer.statusCode() == 422 && System.nanoTime() < deadline) {
        assertThat(answer.body()).contains("quick-title");
        answer = post(path, Map.of());
      }
      assertThat(answer.statusCode()).isEqualTo(303);
    }

    HttpResponse<String> get(String path) throws IOException {
      return send(HttpRequest.newBuilder(program.baseUrl().resolve(path)));
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException {
      var flat = new ArrayList<String>();
      fields.forEach((name, value) -> flat.addAll(List.of(name, value)));
      return send(
          request(
              path, urlencoded(flat.toArray(String[]::new)), "application/x-www-form-urlencoded"));
    }

    CompletableFuture<HttpResponse<String>> later(String path, String... fields) {
      var request = request(path, urlencoded(fields), "application/x-www-form-urlencoded").build();
      return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> upload(String path, String name, byte[] file) throws IOException {
      var bytes = new ByteArrayOutputStream();
      bytes.write(
          ("--part\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                  + name
                  + "\"\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      bytes.write(file);
      bytes.write(
          "\r\n--part\r\nContent-Disposition: form-data; name=\"action\"\r\n\r\nadd\r\n--part--\r\n"
              .getBytes(StandardCharsets.UTF_8));
      return send(
          request(
              path,
              HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray()),
              "multipart/form-data; boundary=part"));
    }

    /** A body as it is, under the boundary "part". */
    int uploadRaw(String body) throws IOException {
      return send(request(
              "/pl/form/files",
              HttpRequest.BodyPublishers.ofString(body),
              "multipart/form-data; boundary=part"))
          .statusCode();
    }

    private static BodyPublisher urlencoded(String... fields) {
      var body = new StringBuilder();
      for (var i = 0; i < fields.length; i += 2) {
        body.append(i == 0 ? "" : "&").append(fields[i]).append('=');
        body.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
      }
      return HttpRequest.BodyPublishers.ofString(body.toString());
    }

    private static HttpRequest.Builder request(String path, BodyPublisher body, String type) {
      return HttpRequest.newBuilder(program.baseUrl().resolve(path))
          .header("Content-Type", type)
          .header("Sec-Fetch-Site", "same-origin")
          .POST(body);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
      try {
        if (cookie != null) {
          request.header("Cookie", cookie);
          cookie = null; // from then on the cookies that were set
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }
}
