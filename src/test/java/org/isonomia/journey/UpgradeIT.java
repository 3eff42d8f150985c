package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.isonomia.launch.ReleasedData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data folder of every released schema comes up under this program, and its people can work. */
class UpgradeIT {
  @ParameterizedTest
  @ValueSource(strings = {"116"})
  void a_city_of_an_earlier_release_goes_on(String schema) throws Exception {
    var program = Program.prepare("upgrade-" + schema, Map.of("isonomia.demo", "true"));
    ReleasedData.layOut(program.dataFolder(), schema);
    try (program) {
      program.launch();
      program.awaitReady();
      var anna = Staff.signIn(program.baseUrl(), "anna");
      var number = anna.find("/casework/cases", "href=\"/casework/cases/(ET-\\d{4}-\\d{5})");
      var page = anna.read("/casework/cases/" + number);
      assertThat(page).contains(number).doesNotContain("page.sealed");
      anna.does("/casework/cases/" + number + "/notes", "note", "Notatka w nowym wydaniu");
      assertThat(anna.read("/casework/cases/" + number)).contains("Notatka w nowym wydaniu");

      var filed = new Filing(program.baseUrl()).file(Filing.report("pl", "Po aktualizacji"));
      assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
      assertThat(Filing.json(filed).getString("caseNumber")).isNotEqualTo(number);
    }
  }
}
