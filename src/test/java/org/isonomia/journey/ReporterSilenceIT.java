package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A reporter who does not answer a question: after the time of clock REPORTER_SILENCE the case may
 * be closed as NO_CONTACT, and the letter says so.
 */
class ReporterSilenceIT {
  @Test
  void after_sixty_days_of_silence_the_worklist_proposes_to_close_the_case() throws Exception {
    try (var program = Program.start("reporter-silence", Map.of("isonomia.demo", "true"))) {
      var filing = new Filing(program.baseUrl());
      var silent = asked(program, filing, "Kto nie odpowiada");
      var answering = asked(program, filing, "Kto odpowiada");
      var anna = Staff.signIn(program.baseUrl(), "anna");

      moveBy(filing, Duration.ofDays(59));
      assertThat(anna.read("/casework")).doesNotContain("id=\"silent\"");
      filing.post(
          "/api/mailbox/messages",
          "{\"text\":\"Już piszę.\"}",
          Map.of("X-Receipt", answering.receipt()));
      moveBy(filing, Duration.ofDays(3));
      var section = anna.read("/casework").replaceFirst("(?s).*id=\"silent\"", "");
      assertThat(section.replaceFirst("(?s)</section>.*", ""))
          .contains(silent.number())
          .contains("Zabrakło kontaktu")
          .doesNotContain(answering.number());
      assertThat(Staff.signIn(program.baseUrl(), "zofia").read("/casework"))
          .doesNotContain("id=\"silent\"");

      var at = "/casework/cases/" + silent.number();
      anna.does(at + "/assess-complaint", "choice", "CONCLUDE");
      anna.does(
          at + "/propose-outcome",
          "outcome",
          "NO_CONTACT",
          "text",
          "Nie mamy odpowiedzi. Kończymy.");
      Staff.signIn(program.baseUrl(), "piotr").does(at + "/confirm-outcome", "decision", "yes");

      var outcome = filing.mailbox(silent.receipt());
      assertThat(outcome.getString("status")).isEqualTo("CLOSED");
      assertThat(outcome.getJsonArray("messages").toString()).contains("Nie mamy odpowiedzi");
      assertThat(anna.read("/casework")).doesNotContain("id=\"silent\"");
    }
  }

  private record Asked(String number, String receipt) {}

  private static Asked asked(Program program, Filing filing, String title) throws IOException {
    var filed = Filing.json(filing.file(Filing.report("pl", "Odmowa obsługi.")));
    var number = filed.getString("caseNumber");
    var at = "/casework/cases/" + number;
    var joanna = Staff.signIn(program.baseUrl(), "joanna");
    joanna.does(at + "/acknowledge-report", "text", "Czytamy.");
    joanna.does(
        at + "/qualify-report",
        "qualification",
        "SIGNAL",
        "risk",
        "NONE",
        "priority",
        "NORMAL",
        "title",
        title);
    Staff.signIn(program.baseUrl(), "anna")
        .does(at + "/messages", "text", "Kiedy to było?", "question", "yes");
    return new Asked(number, filed.getString("receipt"));
  }

  private static void moveBy(Filing filing, Duration by) throws IOException {
    var now = Filing.json(filing.get("/api/demo/clock", Map.of())).getString("now");
    var moved =
        filing.post(
            "/api/demo/clock",
            "{\"now\":\"" + OffsetDateTime.parse(now).plus(by).toInstant() + "\"}",
            Map.of());
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
  }
}
