package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter half written, a telephone call, a locked session: the letter is still there. */
@EnabledIf("org.isonomia.journey.Browsers#available")
class LockPageIT {
  private static final String LETTER =
      "Szanowna Pani,\ndziękujemy za \"list\" & <zdjęcia>.\n\nOdpowiemy do piątku.";
  private static City city;
  private static URI base;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void found() throws IOException {
    city =
        City.founded("lock-page", Map.of("isonomia.base.url", "http://localhost:" + Program.PORT));
    base = URI.create("http://localhost:" + city.program.baseUrl().getPort());
    playwright = Browsers.playwright();
    browser = Browsers.launch(playwright);
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
    if (city != null) {
      city.close();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_half_written_letter_waits_in_the_page_and_goes_out_after_the_password(boolean scripts)
      throws Exception {
    var filed = Filing.json(city.filing().file(Filing.report("pl", "Opowieść o windzie")));
    var at = "/casework/cases/" + filed.getString("caseNumber");
    try (var context =
        browser.newContext(
            new Browser.NewContextOptions().setLocale("pl-PL").setJavaScriptEnabled(scripts))) {
      var session = city.signIn("joanna").cookies().value("session");
      context.addCookies(
          List.of(
              new Cookie("__Host-session", session)
                  .setUrl("https://localhost:" + base.getPort())
                  .setSecure(true)
                  .setHttpOnly(true)));
      var page = context.newPage();
      page.navigate(base + at + "/acknowledge-report");
      page.locator("textarea[name=text]").fill(LETTER);
      leavesTheDesk("joanna");
      var send = "form:has([name=text]) button[type=submit]";
      page.locator(send).first().click();
      assertThat(page.locator("h1").innerText()).isEqualTo("Wróć do pracy");
      assertThat(page.locator("main").innerText())
          .as("nobody who passes by reads it")
          .contains("nie zginie")
          .doesNotContain("Szanowna");
      page.fill("#unlock-password", "nie to hasło");
      page.locator("main button[type=submit]").click();
      assertThat(page.locator("main").innerText()).doesNotContain("Szanowna");
      assertThat(page.inputValue("#unlock-password")).isEmpty();
      page.fill("#unlock-password", city.passwordOf("joanna"));
      page.locator("main button[type=submit]").click();
      page.waitForURL(url -> url.contains(at));
      assertThat(page.locator("h1").innerText()).isNotEqualTo("Wróć do pracy");
    }
    var mailbox = city.filing().mailbox(filed.getString("receipt")).toString();
    assertThat(mailbox.replace("\\r\\n", "\\n"))
        .contains(LETTER.replace("\"", "\\\"").replace("\n", "\\n"));
  }

  private static void leavesTheDesk(String login) throws Exception {
    try (var connection = city.program.database();
        var statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "update access_session set last_seen_at = last_seen_at - interval '16 minutes'"
                      + " where account_id = "
                      + city.accountOf(login)))
          .isPositive();
    }
  }
}
