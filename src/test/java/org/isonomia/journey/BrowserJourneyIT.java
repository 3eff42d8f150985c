package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From a resident's first word to the outcome, by the people of the demo city, in a real browser.
 */
@EnabledIf("org.isonomia.journey.Browsers#available")
class BrowserJourneyIT {
  private static Program program;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void start() {
    program = Program.shared();
    playwright = Browsers.playwright();
    browser = Browsers.launch(playwright);
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
  }

  private Guest desk(String login) {
    return Guest.desk(browser, program.baseUrl()).signIn(login);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pl", "en", "uk"})
  void every_page_of_filing_is_fit_for_everybody_in(String language) {
    try (var resident = Guest.phone(browser, program.baseUrl())) {
      for (var page :
          java.util.List.of("/privacy", "/accessibility", "/easy", "/mailbox", "/decisions")) {
        resident.open("/" + language + page);
      }
      var named = new java.util.HashMap<>(ResidentSteps.IN_A_TRAM);
      named.put("you", Map.of("identity", "NAMED"));
      named.put(
          "formal",
          Map.of(
              "requested",
              "COMPLAINT_KPA",
              "name",
              "Jan Próbny",
              "address",
              "ul. Próbna 1, Kraków"));
      named.put("contact", Map.of("email", "jan@poczta.example"));
      var filed = ResidentSteps.file(program, resident, language, named);
      var done = "/" + language + "/form/done";
      resident.open(done + "/slip").sees(filed.receipt());
      resident.open(done + "/paper?full=1").follow(done + "/paper").sees(filed.caseNumber());
      var code = resident.page.locator("#code").innerText().strip();
      resident.open("/" + language + "/verify").fill("code", code.substring(1));
      resident.send("/" + language + "/verify");
      resident.fill("code", code).send("/" + language + "/verify");
      assertThat(resident.page.locator("#said").count()).isOne();
      resident
          .open("/" + language + "/mailbox")
          .fill("receipt", filed.receipt())
          .send("/" + language + "/mailbox");
      resident.open("/" + language + "/mailbox/text").sees("Сонечко");
    }
  }

  @Test
  void pages_of_keys_are_fit_for_everybody() {
    var pages =
        Map.of(
            "piotr", java.util.List.of("/keys", "/keys/escrow", "/me"),
            "jan", java.util.List.of("/accounts"),
            "dorota", java.util.List.of("/casework/identity", "/keys"),
            "katarzyna", java.util.List.of("/partner/enrol", "/keys"));
    pages.forEach(
        (login, paths) -> {
          try (var person = Guest.phone(browser, program.baseUrl()).signIn(login)) {
            paths.forEach(person::open);
          }
        });
    try (var piotr = Guest.phone(browser, program.baseUrl()).signIn("piotr")) {
      piotr.open("/keys");
      piotr.page.locator("input[name=account]").first().check();
      piotr.send("/keys/remove").sees("odchodzi z zespołu?");
    }
    try (var jan = Guest.desk(browser, program.baseUrl()).signIn("jan")) {
      jan.open("/accounts");
      jan.page.locator("form[action$='/invite-again'] button").first().click();
      jan.look();
      jan.sees("Nowy link dla osoby");
    }
  }

  @Test
  void a_report_is_handled_referred_brought_to_the_council_and_its_outcome_read() {
    ResidentSteps.Filed filed;
    try (var oksana = Guest.phoneWithoutScripts(browser, program.baseUrl())) {
      filed = ResidentSteps.file(program, oksana, "uk", ResidentSteps.IN_A_TRAM);
      assertThat(filed.receipt().replaceAll("\\D", "").length() % 4).isZero();
    }
    var number = filed.caseNumber();
    var at = "/casework/cases/" + number;

    try (var joanna = desk("joanna")) {
      joanna.open("/casework?list=team").follow(at + "/acknowledge-report").sees("Водій автобуса");
      joanna.fill("text", "Дякуємо. Ми читаємо ваше повідомлення.");
      joanna.send(at + "/acknowledge-report");
      joanna.open(at + "/qualify-report").choose("qualification", "SIGNAL");
      joanna.choose("risk", "NONE").choose("priority", "NORMAL").fill("title", "Krzyki kierowcy");
      joanna.send(at + "/qualify-report");
    }

    String item;
    try (var anna = desk("anna")) {
      anna.open("/casework?list=team").open(at).sees("Krzyki kierowcy");
      anna.open(at + "/assess-complaint").choose("choice", "REFER").send(at + "/assess-complaint");
      anna.open(at + "/choose-institution");
      chooseInstitution(anna, "Interkulturalni");
      anna.choose("type", "SUPPORT")
          .fill("summary", "Osoba była obrażana w autobusie. Potrzebna rozmowa po ukraińsku.");
      anna.choose("consent", "ask").press("press", "send");
    }

    try (var oksana = Guest.phone(browser, program.baseUrl())) {
      oksana.open("/uk/mailbox").fill("receipt", filed.receipt()).send("/uk/mailbox");
      oksana.sees("Дякуємо. Ми читаємо").press("answer", "yes");
      oksana
          .open("/uk/mailbox/write")
          .fill("text", "Дякую, що відповіли.")
          .send("/uk/mailbox/open");
    }

    String link;
    String pin;
    try (var anna = desk("anna")) {
      anna.open(at).sees("Дякую, що відповіли.");
      var referral =
          anna.page.locator("a[href^='/referral/referrals/']").first().getAttribute("href");
      anna.open(referral);
      pin = anna.page.locator(".iso-receipt").first().innerText().strip();
      link = mailedLink(anna);
    }

    try (var partner = Guest.phone(browser, program.baseUrl())) {
      partner.open(link).fill("pin", "000000".equals(pin) ? "111111" : "000000").sendFormOf("pin");
      partner.fill("pin", pin).sendFormOf("pin");
      partner.sees("Osoba była obrażana w autobusie");
      assertThat(partner.text()).doesNotContain(number).doesNotContain("Водій");
      partner.page.locator("form[action*='/accept'] button").click();
      partner.look();
      partner.page.locator("a[href*='/result']").click();
      partner.look();
      partner
          .choose("result", "HELP_GIVEN")
          .fill("text", "Rozmowa się odbyła.")
          .sendFormOf("result");
    }

    try (var anna = desk("anna")) {
      anna.open(at)
          .open(at + "/assess-complaint")
          .choose("choice", "COUNCIL")
          .send(at + "/assess-complaint");
      anna.open(at + "/write-brief")
          .choose("type", "SYSTEMIC_ISSUE")
          .fill("title", "Zachowanie kierowców");
      anna.fill("question", "Czy Rada zaleca szkolenia kierowców?")
          .fill("brief", "Pasażerowie słyszą obelgi.");
      anna.send(at + "/write-brief");
    }

    try (var barbara = desk("barbara")) {
      barbara.open("/council");
      var href =
          barbara
              .page
              .locator(
                  "a[href$='/accept-item']",
                  new com.microsoft.playwright.Page.LocatorOptions().setHasText("Zachowanie"))
              .first()
              .getAttribute("href");
      item = href.replace("/accept-item", "");
      barbara.open(href).sees("Zachowanie kierowców").choose("decision", "accept");
      barbara.sendFormOf("decision");
    }
    try (var piotr = desk("piotr")) {
      piotr.open(item + "/release-brief").choose("release", "yes").sendFormOf("release");
    }
    try (var tomasz = desk("tomasz")) {
      tomasz.open("/council/meetings/new").open("/council/term");
      tomasz.open(item + "/schedule-item");
      tomasz.choose("meeting", firstValue(tomasz, "meeting"));
      tomasz.sendFormOf("meeting");
    }
    decideInTheMeeting(item);

    try (var anna = desk("anna")) {
      anna.open(at)
          .open(at + "/assess-complaint")
          .choose("choice", "CONCLUDE")
          .send(at + "/assess-complaint");
      anna.open(at + "/propose-outcome").choose("outcome", "RECOMMENDATION_ISSUED");
      anna.fill("copy", "Рада рекомендувала навчання водіїв. Дякуємо, що ви написали.");
      anna.send(at + "/propose-outcome");
    }
    try (var piotr = desk("piotr")) {
      piotr.open(at + "/confirm-outcome").choose("decision", "yes").send(at + "/confirm-outcome");
    }

    try (var oksana = Guest.phoneWithoutScripts(browser, program.baseUrl())) {
      oksana
          .open("/uk/mailbox")
          .fill("receipt", filed.receipt().replace(' ', '-'))
          .send("/uk/mailbox");
      oksana.sees("Рада рекомендувала навчання водіїв").sees("Результат");
      oksana.open("/uk/decisions").sees("Zachowanie kierowców");
    }
  }

  private void decideInTheMeeting(String item) {
    try (var tomasz = desk("tomasz")) {
      tomasz.open("/council");
      var meeting =
          tomasz
              .page
              .locator("a[href^='/council/meetings/CM-']")
              .first()
              .getAttribute("href")
              .replaceAll("#.*", "");
      tomasz.open(meeting);
      moveToTheDayOf(meeting);
      tomasz.open(meeting).send(meeting + "/open");
      var boxes = tomasz.page.locator("input[name=here]");
      for (int i = 0; i < boxes.count(); i++) {
        boxes.nth(i).check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
      }
      tomasz.send(meeting + "/attendance");
      var decide = item + "/decide-item";
      tomasz.open(decide).choose("mode", "OPEN").send(decide + "/open-vote");
      try (var zofia = desk("zofia")) {
        zofia.open(item).press("choice", "FOR");
      }
      tomasz.open(decide).choose("rest", "FOR").send(decide + "/ballots");
      tomasz.open(decide).send(decide + "/close-vote");
      tomasz.open(decide).choose("code", "RECOMMENDATION").fill("title", "Zachowanie kierowców");
      tomasz.fill("text", "Rada zaleca szkolenia kierowców.").send(decide + "/decision");
      tomasz.open(meeting).send(meeting + "/close");
    }
  }

  /** The meeting lies days ahead: the demo city's clock goes there. */
  private void moveToTheDayOf(String meeting) {
    try (var connection = program.database();
        var statement =
            connection.prepareStatement(
                "select starts_at from isonomia.council_meeting where number = ?")) {
      statement.setString(1, meeting.replaceFirst(".*/", ""));
      try (var rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        var starts = rows.getTimestamp(1).toInstant();
        var answer =
            new Filing(program.baseUrl())
                .post("/api/demo/clock", "{\"now\":\"" + starts + "\"}", Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      }
    } catch (java.sql.SQLException | java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String firstValue(Guest guest, String field) {
    return guest
        .page
        .locator(
            "select[name=" + field + "] option[value]:not([value='']), input[name=" + field + "]")
        .first()
        .getAttribute("value");
  }

  private static void chooseInstitution(Guest guest, String name) {
    var option =
        guest.page.locator(
            "select[name=institution] option",
            new com.microsoft.playwright.Page.LocatorOptions().setHasText(name));
    if (option.count() > 0) {
      guest.choose("institution", option.first().getAttribute("value"));
      return;
    }
    guest.tick(
        "institution", guest.page.locator("input[name=institution]").first().getAttribute("value"));
  }

  /** The newest mail in the demo city's post box holds the link, and nothing of the story. */
  private String mailedLink(Guest guest) {
    program.await(
        "the mail is sent",
        java.time.Duration.ofSeconds(30),
        () -> {
          guest.open("/demo/post");
          return guest.page.locator("a[href^='/demo/post/']").count() > 0;
        });
    guest.page.locator("a[href^='/demo/post/']").first().click();
    guest.look();
    var letter = guest.text();
    assertThat(letter).doesNotContain("autobus").doesNotContain("ET-20");
    var matcher = java.util.regex.Pattern.compile("/p/[A-Za-z0-9_-]+").matcher(letter);
    assertThat(matcher.find()).as(letter).isTrue();
    return matcher.group();
  }
}
