package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

/** A resident answers the questions of the filing journey, one page after the other. */
final class ResidentSteps {
  /**
   * @param receipt digits as shown, in groups
   */
  record Filed(String caseNumber, String receipt) {}

  private ResidentSteps() {}

  /** What this person answers on each page; a page that is not named is sent as it is. */
  static final Map<String, Map<String, String>> IN_A_TRAM =
      Map.of(
          "safe", Map.of("danger", "no"),
          "who", Map.of("role", "VICTIM"),
          "you", Map.of("identity", "ANONYMOUS"),
          "story",
              Map.of("narrative", "Водій автобуса «Сонечко» кричав, що я маю повертатися додому."),
          "when", Map.of("unsure", "yes"),
          "place", Map.of("area", "PUBLIC_TRANSPORT", "place", "зупинка Лісова"),
          "about", Map.of("grounds", "NATIONALITY"),
          "how", Map.of("conduct", "HARASSMENT"),
          "by", Map.of("respondent", "CITY_UNIT"));

  static Filed file(
      Program program, Guest guest, String language, Map<String, Map<String, String>> answers) {
    guest.open("/" + language + "/");
    guest.page.locator("a.govuk-button").first().click();
    guest.look();
    String before = "";
    while (!guest.path().endsWith("/done")) {
      var step = guest.path().replaceFirst(".*/", "");
      assertThat(step)
          .as("the journey goes on; the page said: " + guest.text())
          .isNotEqualTo(before);
      answer(guest, step, answers.getOrDefault(step, Map.of()));
      if (step.equals("check")) {
        // a robot answers faster than any person: asked to press again, it does
        program.await(
            "the report is sent",
            Duration.ofSeconds(30),
            () -> {
              guest.page.locator("main form button[type=submit]").last().click();
              guest.page.waitForLoadState();
              return guest.path().endsWith("/done");
            });
        guest.look();
      } else if (step.equals("files")) {
        guest.press("action", "continue");
      } else {
        guest.page.locator("main form button[type=submit]").first().click();
        guest.look();
      }
      before = step;
    }
    var receipt = guest.page.locator("#receipt").innerText().strip();
    Canaries.add(receipt);
    return new Filed(guest.page.locator("#case-number").innerText().strip(), receipt);
  }

  private static void answer(Guest guest, String step, Map<String, String> answers) {
    answers.forEach(
        (field, value) -> {
          var control = guest.page.locator("main [name='" + field + "']").first();
          var type = String.valueOf(control.getAttribute("type"));
          if (type.equals("radio") || type.equals("checkbox")) {
            guest.tick(field, value);
          } else {
            guest.fill(field, value);
          }
        });
  }
}
