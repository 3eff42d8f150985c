package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Story 1: somebody in conflict types the address of the case. The case says nothing, the record
 * says who tried; and who did read it stands on the case's own page.
 */
@EnabledIf("org.isonomia.journey.Browsers#available")
class RefusalInBrowserIT {
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

  @Test
  void an_officer_in_conflict_is_refused_and_the_auditor_sees_it() throws Exception {
    var words = "Odmówiono mi wstępu, słowo-lawenda";
    var number =
        Filing.json(new Filing(program.baseUrl()).file(Filing.report("pl", words)))
            .getString("caseNumber");
    var at = "/casework/cases/" + number;

    try (var ewa = Guest.desk(browser, program.baseUrl()).signIn("ewa")) {
      ewa.open(at).sees(words);
      Staff.signIn(program.baseUrl(), "ewa")
          .does(at + "/declare-conflict", "ownReason", "Pracuje tam mój mąż");

      var refused = ewa.page.navigate(program.baseUrl() + at);
      ewa.look();
      assertThat(refused.status()).isEqualTo(403);
      assertThat(ewa.text()).doesNotContain("lawenda").doesNotContain(number);
      var heading = ewa.page.locator("h1").innerText();
      var nothing = ewa.page.navigate(program.baseUrl() + "/casework/cases/ET-2031-00001");
      assertThat(nothing.status()).isEqualTo(403);
      assertThat(ewa.page.locator("h1").innerText()).isEqualTo(heading);
    }

    try (var helena = Guest.phone(browser, program.baseUrl()).signIn("helena")) {
      helena.open("/audit?kind=REFUSAL&subject=" + number);
      helena.sees("Ewa Kaczmarek").sees("case-not-yours");
      assertThat(helena.text()).doesNotContain("lawenda");
    }

    try (var piotr = Guest.phone(browser, program.baseUrl()).signIn("piotr")) {
      piotr.open(at).sees("Kto czytał tę sprawę");
      piotr.page.locator("#readers + details summary").click();
      piotr.sees("Ewa Kaczmarek").sees("Piotr Zieliński");
      piotr.open(at + "/readers").sees("Ewa Kaczmarek");
    }
  }
}
