package org.isonomia.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.isonomia.intake.OwnReport.Corrected;
import org.isonomia.intake.Reports.Answered;
import org.junit.jupiter.api.Test;

/** The protocol keeps the words that were signed. */
class ProtocolPageTest {
  private static final List<Corrected> CORRECTIONS =
      List.of(
          corrected("narrative", "as signed", Instant.EPOCH),
          corrected("address", null, Instant.EPOCH),
          corrected("narrative", "corrected once", Instant.EPOCH.plusSeconds(60)));

  private static Corrected corrected(String field, String before, Instant at) {
    return new Corrected(
        field,
        field,
        before == null
            ? null
            : new Answered(field, field, Answered.Kind.TEXT, false, List.of(before)),
        at);
  }

  @Test
  void what_was_corrected_later_is_not_in_it() {
    assertThat(ProtocolPage.signed("narrative", "corrected twice", CORRECTIONS))
        .isEqualTo("as signed");
  }

  @Test
  void what_was_not_there_when_it_was_signed_stays_out() {
    assertThat(ProtocolPage.signed("address", "ul. Polna 3", CORRECTIONS)).isNull();
  }

  @Test
  void what_was_never_corrected_is_as_it_stands() {
    assertThat(ProtocolPage.signed("name", "Halina", CORRECTIONS)).isEqualTo("Halina");
  }
}
