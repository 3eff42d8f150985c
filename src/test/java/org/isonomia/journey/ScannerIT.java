package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.isonomia.evidence.content.RealScanner;
import org.isonomia.evidence.content.Samples;
import org.isonomia.evidence.content.SmallScanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files while a malware scanner works and while it does not: through the pages of the resident and
 * of the handler.
 */
class ScannerIT {
  private static final Pattern FILE = Pattern.compile("(/casework/cases/[^\"/]+/files/\\d+)\"");

  @Test
  @EnabledIf("org.isonomia.evidence.content.RealScanner#isInstalled")
  void clamav_itself_refuses_what_every_scanner_finds_also_inside_a_document(@TempDir Path folder)
      throws Exception {
    try (var scanner = new RealScanner(folder);
        var program =
            Program.start(
                "real-scanner",
                Map.of("isonomia.demo", "true", "isonomia.clamd.address", scanner.address()))) {
      var writing = new Resident(program);
      assertThat(writing.post("/pl/form/story", "narrative", "To zostaje mimo pliku").statusCode())
          .isEqualTo(303);
      var harmful = Samples.odtParts();
      harmful.put("Pictures/obraz.png", Samples.bytes(SmallScanner.EICAR));
      var refused = writing.upload("/pl/form/files", "grozny.odt", Samples.zip(harmful));
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("grozny.odt", "skaner znalazł w nim coś, co szkodzi");
      assertThat(
              writing
                  .upload("/pl/form/files", "pismo.odt", Samples.zip(Samples.odtParts()))
                  .statusCode())
          .isEqualTo(303);
      assertThat(writing.get("/pl/form/files").body())
          .contains("pismo.odt")
          .doesNotContain("grozny.odt");
      assertThat(writing.get("/pl/form/story").body()).contains("To zostaje mimo pliku");
    }
  }

  @Test
  void what_harms_is_refused_and_what_nobody_could_look_at_waits_for_the_scanner()
      throws Exception {
    try (var scanner = new SmallScanner();
        var program =
            Program.start(
                "scanner",
                Map.of("isonomia.demo", "true", "isonomia.clamd.address", scanner.address()))) {
      var filing = new Filing(program.baseUrl());
      var filed = Filing.json(filing.file(Filing.report("pl", "Mam dokument ze skanera.")));
      var oksana = new Resident(program);
      assertThat(oksana.post("/pl/mailbox", "receipt", filed.getString("receipt")).statusCode())
          .isEqualTo(303);
      var harmful = Samples.odtParts();
      harmful.put("Pictures/obraz.png", Samples.bytes(SmallScanner.EICAR));

      var refused = oksana.upload("/pl/mailbox/files", "grozny.odt", Samples.zip(harmful));
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body())
          .contains("href=\"#files\"", "grozny.odt", "skaner znalazł w nim coś, co szkodzi");
      // the same in the form, where what was typed before stays
      var writing = new Resident(program);
      assertThat(writing.post("/pl/form/story", "narrative", "To zostaje mimo pliku").statusCode())
          .isEqualTo(303);
      assertThat(writing.upload("/pl/form/files", "grozny.odt", Samples.zip(harmful)).statusCode())
          .isEqualTo(422);
      assertThat(writing.get("/pl/form/story").body()).contains("To zostaje mimo pliku");

      scanner.fallSilent(true);
      var kept = oksana.upload("/pl/mailbox/files", "pismo.odt", Samples.zip(Samples.odtParts()));
      assertThat(kept.statusCode()).as("nothing she sends is lost").isEqualTo(303);
      assertThat(oksana.get("/pl/mailbox/open").body())
          .contains("pismo.odt")
          .doesNotContain("grozny.odt");
      var joanna = Staff.signIn(program.baseUrl(), "joanna");
      var at = "/casework/cases/" + filed.getString("caseNumber");
      assertThat(joanna.read(at)).contains("pismo.odt", "czeka na skaner");
      var file = joanna.find(at, FILE.pattern());
      var closed = joanna.post(file);
      assertThat(closed.statusCode()).as("nobody has looked at it").isIn(409, 503);
      assertThat(closed.body()).doesNotContain(Samples.SECRET);

      scanner.fallSilent(false);
      var opened = joanna.get(file);
      var content = opened.statusCode() == 200 && opened.body().startsWith("PK");
      assertThat(content ? opened : joanna.post(file))
          .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200))
          .satisfies(answer -> assertThat(answer.body()).startsWith("PK"));
      assertThat(program.output()).doesNotContain("pismo.odt").doesNotContain("grozny.odt");
    }
  }
}
