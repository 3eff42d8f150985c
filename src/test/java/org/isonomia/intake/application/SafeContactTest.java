package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.intake.Reports.Answered;
import org.isonomia.intake.domain.Report;
import org.isonomia.intake.domain.Said;
import org.isonomia.intake.persistence.FiledReports;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.SafesInMemory;
import org.isonomia.shared.CaseNumber;
import org.junit.jupiter.api.Test;

/** Whoever opens a confidential identity to call somebody reads that the phone is shared. */
class SafeContactTest {
  private static final CaseNumber CASE = new CaseNumber("ET-2027-00001");

  private final SafesInMemory keys = new SafesInMemory().enter();
  private final ReadReports read = new ReadReports();

  private void filed(Map<String, List<String>> answers) {
    keys.make(CASE.value());
    var further = new FurtherAnswers();
    further.vault = keys.vault();
    further.questionnaires = new Questionnaires();
    var said =
        new Said(
            "pl",
            "WEB",
            "VICTIM",
            new Said.Identity("CONFIDENTIAL", "Halina", null, null, "600 700 811"),
            "SIGNAL",
            "Co się stało",
            new Said.Incident(null, null, null, "WORK"),
            Set.of("UNKNOWN"),
            Set.of(),
            new Said.Respondent("EMPLOYER", null),
            Set.of(),
            null,
            Set.of(),
            false,
            null,
            new Said.Asked("2027-01", answers));
    var report =
        new Report(
            CASE,
            "receipt",
            said,
            (field, text) -> keys.vault().seal(CASE.value(), Compartment.IDENTITY, field, text),
            "1",
            Instant.EPOCH);
    further.keep(report, said.asked());
    read.reports =
        new FiledReports() {
          @Override
          public Report get(CaseNumber number) {
            return report;
          }
        };
    read.vault = keys.vault();
    read.safes = keys.safes();
    read.furtherAnswers = further;
  }

  @Test
  void the_custodian_reads_what_to_take_care_of_and_nothing_of_the_matter() {
    filed(
        Map.of(
            "contactWays", List.of("CALL"),
            "contactCare", List.of("PHONE_SHARED", "NO_VOICEMAIL"),
            "sector", List.of("PRIVATE")));

    var further = read.identity(CASE).further();

    assertThat(further).extracting(Answered::field).containsExactly("contactWays", "contactCare");
    assertThat(further.get(1).words(Texts.of(Language.PL)))
        .contains("Ktoś inny może odebrać telefon")
        .contains("Nie nagrywajcie się");
  }

  @Test
  void who_was_asked_nothing_more_has_nothing_more_to_read() {
    filed(Map.of());
    assertThat(read.identity(CASE).further()).isEmpty();
  }
}
