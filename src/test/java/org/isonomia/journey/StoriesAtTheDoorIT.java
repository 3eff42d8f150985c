package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.isonomia.evidence.content.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The three stories as the residents themselves see them, in a browser on their very days: each of
 * them without scripts, on a screen of 320 pixels and with a keyboard alone.
 */
@EnabledIf("org.isonomia.journey.Browsers#available")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoriesAtTheDoorIT {
  private static final String FIRST_DAY = "2027-01-29T11:00:00+01:00";
  private static final String ADAEZE = "Adaeze Próbna-Okafor";

  private static Program program;
  private static Filing filing;
  private static Playwright playwright;
  private static Browser browser;

  /** What somebody says on a page of the journey. */
  private record Said(String step, String field, String value) {}

  private record Filed(String number, String receipt) {}

  @BeforeAll
  static void start() throws IOException {
    program =
        Program.start(
            "stories-at-the-door",
            Map.of("isonomia.demo", "true", "isonomia.demo.begins", Program.BEFORE_THE_STORIES));
    filing = new Filing(program.baseUrl());
    playwright = Browsers.playwright();
    browser = Browsers.launch(playwright);
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
    if (program != null) {
      program.close();
    }
  }

  @Test
  @Order(1)
  void adaeze_asks_for_a_change_and_knows_the_first_of_march_and_three_years() throws IOException {
    itIs(FIRST_DAY);
    Filed filed;
    try (var adaeze = Guest.phoneWithoutScripts(browser, program.baseUrl())) {
      filed =
          files(
              adaeze,
              "en",
              List.of(
                  new Said("safe", "danger", "no"),
                  new Said("who", "role", "VICTIM"),
                  new Said("you", "identity", "CONFIDENTIAL"),
                  new Said("story", "narrative", "The agency wrote: no foreigners, sorry."),
                  new Said("when", "date-day", "25"),
                  new Said("when", "date-month", "1"),
                  new Said("when", "date-year", "2027"),
                  new Said("place", "area", "HOUSING"),
                  new Said("about", "grounds", "RACE_SKIN"),
                  new Said("about", "grounds", "NATIONALITY"),
                  new Said("how", "conduct", "DIRECT"),
                  new Said("by", "respondent", "PRIVATE_COMPANY"),
                  new Said("formal", "requested", "REQUEST_KPA"),
                  new Said("formal", "name", ADAEZE),
                  new Said("formal", "address", "ul. Próbna 7, 30-001 Kraków"),
                  new Said("contact", "email", "adaeze@mail.example")));
      assertThat(adaeze.text()).contains("Monday 1 March 2027");
    }
    assertThat(dates(filed)).containsEntry("SETTLE_244", "2027-03-01");
    try (var adaeze = Guest.phoneWithoutScripts(browser, program.baseUrl())) {
      visit(adaeze, "en", filed);
      adaeze.sees("25 January 2030");
    }
    var anna = Staff.signIn(program.baseUrl(), "anna");
    assertThat(anna.read("/casework/cases/" + filed.number()))
        .contains("no foreigners")
        .doesNotContain(ADAEZE)
        .doesNotContain("adaeze@mail.example");
  }

  @Test
  @Order(2)
  void marta_complains_with_two_photos_and_knows_three_dates() throws IOException {
    itIs("2027-02-15T09:40:00+01:00");
    Filed filed;
    try (var marta = Guest.phoneWithoutScripts(browser, program.baseUrl())) {
      filed =
          files(
              marta,
              "pl",
              List.of(
                  new Said("safe", "danger", "no"),
                  new Said("who", "role", "VICTIM"),
                  new Said("you", "identity", "NAMED"),
                  new Said("story", "narrative", "Dziś nie ma podjazdu, proszę przyjść z pomocą."),
                  new Said("when", "date-day", "12"),
                  new Said("when", "date-month", "2"),
                  new Said("when", "date-year", "2027"),
                  new Said("place", "area", "CULTURE_SPORT"),
                  new Said("about", "grounds", "DISABILITY"),
                  new Said("how", "conduct", "DENIAL_RA"),
                  new Said("by", "respondent", "CITY_UNIT"),
                  new Said("formal", "requested", "COMPLAINT_KPA"),
                  new Said("formal", "name", "Marta Próbna"),
                  new Said("formal", "address", "ul. Próbna 1, 31-004 Kraków"),
                  new Said("contact", "email", "marta@poczta.example"),
                  new Said("contact", "needs", "LARGE_PRINT")),
              "wejscie.jpg",
              "schody.jpg");
      marta.sees("18 lutego 2027").sees("22 lutego 2027").sees("15 marca 2027");
      new Keyboard(marta).press("main a[href='/pl/form/done/paper']");
      marta.sees(filed.number());
    }
    assertThat(dates(filed))
        .containsEntry("ACK_HUMAN", "2027-02-18")
        .containsEntry("FORWARD_231", "2027-02-22")
        .containsEntry("SETTLE_237", "2027-03-15");
    var at = "/casework/cases/" + filed.number();
    var joanna = Staff.signIn(program.baseUrl(), "joanna");
    var page = joanna.read(at);
    assertThat(page).contains("wejscie.jpg").contains("schody.jpg");
    var files = Pattern.compile("/files/(\\d+)\"").matcher(page);
    var seen = 0;
    while (files.find()) {
      var copy = joanna.get(at + "/files/" + files.group(1));
      assertThat(copy.statusCode()).isEqualTo(200);
      assertThat(copy.body()).doesNotContain("Exif").doesNotContain(Samples.SECRET);
      seen++;
    }
    assertThat(seen).isGreaterThanOrEqualTo(2);
  }

  @Test
  @Order(3)
  void oksana_reports_without_scripts_and_tells_one_partner_her_name_eighteen_days_later()
      throws IOException {
    itIs("2027-03-06T22:15:00+01:00");
    Filed filed;
    try (var oksana = Guest.phoneWithoutScripts(browser, program.baseUrl())) {
      filed =
          files(
              oksana,
              "uk",
              List.of(
                  new Said("safe", "danger", "no"),
                  new Said("who", "role", "VICTIM"),
                  new Said("you", "identity", "ANONYMOUS"),
                  new Said("story", "narrative", "Чоловік кричав на нас і плюнув у мене."),
                  new Said("when", "date-day", "6"),
                  new Said("when", "date-month", "3"),
                  new Said("when", "date-year", "2027"),
                  new Said("when", "time", "20:50"),
                  new Said("place", "area", "PUBLIC_TRANSPORT"),
                  new Said("place", "place", "Rondo Mogilskie"),
                  new Said("more-6", "line", "4"),
                  new Said("about", "grounds", "NATIONALITY"),
                  new Said("how", "conduct", "HATE_CRIME"),
                  new Said("by", "respondent", "UNKNOWN_PERPETRATOR"),
                  new Said("next", "passSupport", "YES"),
                  new Said("next", "passSupportWho", "жіноча або міжкультурна організація"),
                  new Said("next", "passPolice", "AFRAID")));
      assertThat(filed.receipt()).matches("\\d{4}( \\d{4}){4}");
      assertThat(oksana.page.locator(".iso-qr svg").count()).isOne();
      assertThat(oksana.text()).contains("10 березня 2027");
    }
    assertThat(dates(filed))
        .containsEntry("ACK_HUMAN", "2027-03-10")
        .doesNotContainKey("SETTLE_237");
    var at = "/casework/cases/" + filed.number();
    var joanna = Staff.signIn(program.baseUrl(), "joanna");
    assertThat(joanna.read(at))
        .contains("плюнув")
        .contains("7 marca 2027")
        .as("what she wishes for, and what she fears")
        .contains("жіноча або міжкультурна організація")
        .contains("Czy przekazać sprawę Policji?", "Boję się");
    joanna.does(at + "/acknowledge-report", "text", "Дякуємо, ми читаємо.");
    joanna.does(
        at + "/qualify-report",
        "qualification",
        "SIGNAL",
        "risk",
        "POSSIBLE",
        "priority",
        "HIGH",
        "title",
        "Napaść w tramwaju");

    itIs("2027-03-16T10:00:00+01:00");
    var anna = Staff.signIn(program.baseUrl(), "anna");
    anna.does(at + "/assess-complaint", "choice", "REFER");
    assertThat(anna.read(at + "/choose-institution"))
        .as("who chooses reads it before anything goes")
        .contains("Tak, chcę tego", "жіноча або міжкультурна організація", "Boję się");
    var institution =
        anna.find(at + "/choose-institution", "<option value=\"(\\d+)\">[^<]*Interkulturalni");
    anna.does(
        at + "/choose-institution",
        "institution",
        institution,
        "type",
        "SUPPORT",
        "summary",
        "Osoba została znieważona w tramwaju i prosi o wsparcie po ukraińsku.",
        "consent",
        "ask",
        "press",
        "send");

    itIs("2027-03-17T18:00:00+01:00");
    try (var oksana = Guest.phoneWithoutScripts(browser, program.baseUrl())) {
      visit(oksana, "uk", filed);
      new Keyboard(oksana).press("main button[name=answer][value=yes]");
    }

    itIs("2027-03-24T18:00:00+01:00");
    var name = "Оксана Пробна-Калина";
    try (var oksana = Guest.phoneWithoutScripts(browser, program.baseUrl())) {
      visit(oksana, "uk", filed);
      new Keyboard(oksana).press("main a[href*='/mailbox/name']");
      var field = oksana.page.locator("main input[name^='name-']").first().getAttribute("name");
      new Keyboard(oksana)
          .type(field, name)
          .type(field.replace("name-", "contact-"), "600 000 123, після 17:00")
          .press("main button[name=press][value=tell]");
      oksana.sees(name);
    }
    for (var page : List.of(at, anna.find(at, "href=\"(/referral/referrals/RF-[0-9-]+)\""))) {
      assertThat(anna.read(page)).as(page).doesNotContain(name).doesNotContain("600 000 123");
    }
  }

  /** From the start page to the receipt. */
  private static Filed files(Guest guest, String language, List<Said> said, String... photos) {
    guest.open("/" + language + "/");
    var keys = new Keyboard(guest);
    keys.press("a.govuk-button");
    var before = "";
    while (!guest.path().endsWith("/done")) {
      var step = guest.path().replaceFirst(".*/", "");
      assertThat(step).as("the journey goes on: " + guest.text()).isNotEqualTo(before);
      for (var one : said) {
        if (!one.step().equals(step)) {
          continue;
        }
        answer(keys, guest, one);
      }
      if (step.equals("files")) {
        for (var photo : photos) {
          // the window in which a file is chosen is the browser's own
          guest
              .page
              .locator("main input[type=file]")
              .setInputFiles(new FilePayload(photo, "image/jpeg", Samples.photo()));
          keys.press("main button[name=action][value=add]");
          guest.sees(photo);
        }
        keys.press("main button[name=action][value=continue]");
      } else if (step.equals("check")) {
        // a robot answers faster than any person: asked to press again, it does
        program.await(
            "the report is sent",
            Duration.ofSeconds(40),
            () -> {
              keys.press("main form button[type=submit]");
              return guest.path().endsWith("/done");
            });
      } else {
        keys.press("main form button[type=submit]");
      }
      before = step;
    }
    return new Filed(
        guest.page.locator("#case-number").innerText().strip(),
        guest.page.locator("#receipt").innerText().strip());
  }

  private static void answer(Keyboard keys, Guest guest, Said said) {
    if (isText(guest, said)) {
      keys.type(said.field(), said.value());
    } else {
      keys.choose(said.field(), said.value());
    }
  }

  private static boolean isText(Guest guest, Said said) {
    var type =
        guest.page.locator("main [name='" + said.field() + "']").first().getAttribute("type");
    return !"radio".equals(type) && !"checkbox".equals(type);
  }

  private static void visit(Guest guest, String language, Filed filed) {
    guest.open("/" + language + "/mailbox");
    new Keyboard(guest).type("receipt", filed.receipt()).press("main form button[type=submit]");
    assertThat(guest.path()).isEqualTo("/" + language + "/mailbox/open");
  }

  private static void itIs(String time) throws IOException {
    var moved = filing.post("/api/demo/clock", "{\"now\":\"" + time + "\"}", Map.of());
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
  }

  /** Days by the codes of their clocks, as the mailbox tells them. */
  private static Map<String, String> dates(Filed filed) throws IOException {
    var dates = new TreeMap<String, String>();
    for (var date :
        filing.mailbox(filed.receipt()).getJsonArray("dates").getValuesAs(JsonObject.class)) {
      dates.put(date.getString("clock"), date.getString("date"));
    }
    return dates;
  }
}
