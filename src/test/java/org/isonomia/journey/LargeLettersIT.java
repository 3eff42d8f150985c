package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody with weak eyes has set letters of twice the size (WCAG 1.4.4): the whole way of a
 * resident at 640 pixels, and what one reads first on a phone; nothing is cut off, nothing scrolls
 * sideways.
 */
@EnabledIf("org.isonomia.journey.Browsers#available")
class LargeLettersIT {
  private static Program program;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void start() {
    program = Program.shared();
    playwright = Browsers.playwright();
    browser = Browsers.launch(playwright, Browsers.TWICE_AS_LARGE);
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pl", "en", "uk"})
  void the_whole_way_can_be_read_at_twice_the_size_in(String language) throws IOException {
    try (var resident = new Guest(browser, program.baseUrl(), 640, true)) {
      resident.open("/" + language + "/");
      assertThat(resident.page.evaluate("getComputedStyle(document.documentElement).fontSize"))
          .as("the letters are large in this browser")
          .isEqualTo("32px");
      var answers = new HashMap<>(ResidentSteps.IN_A_TRAM);
      answers.put("you", Map.of("identity", "NAMED"));
      answers.put(
          "formal",
          Map.of(
              "requested",
              "COMPLAINT_KPA",
              "name",
              "Jan Próbny",
              "address",
              "ul. Próbna 1, Kraków"));
      var filed = ResidentSteps.file(program, resident, language, answers);
      resident.open("/" + language + "/form/done/paper?full=1");
      resident.open("/" + language + "/verify");
      resident.open("/" + language + "/mailbox").fill("receipt", filed.receipt());
      resident.send("/" + language + "/mailbox");
      resident.open("/" + language + "/mailbox/text").sees("Сонечко");
      for (var page :
          List.of(
              "/write",
              "/files",
              "/data",
              "/text/when",
              "/text/contact",
              "/own/end",
              "/own/news")) {
        resident.open("/" + language + "/mailbox" + page);
      }
    }
    try (var anonymous = new Guest(browser, program.baseUrl(), 640, true)) {
      var filed = new Filing(program.baseUrl()).file(Filing.report(language, "Мене образили."));
      var receipt = Filing.json(filed).getString("receipt");
      anonymous.open("/" + language + "/mailbox").fill("receipt", receipt);
      anonymous.send("/" + language + "/mailbox");
      anonymous.open("/" + language + "/mailbox/own/letter");
      anonymous.open("/" + language + "/mailbox/own/who");
    }
    try (var phone = new Guest(browser, program.baseUrl(), 390, true)) {
      for (var page : List.of("/", "/easy", "/mailbox", "/form/notice", "/form/safe")) {
        phone.open("/" + language + page);
      }
    }
  }
}
