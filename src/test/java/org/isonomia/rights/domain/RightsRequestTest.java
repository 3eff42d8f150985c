package org.isonomia.rights.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.isonomia.rights.domain.RightsRequest.Document;
import org.isonomia.rights.domain.RightsRequest.Kind;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

class RightsRequestTest {
  private static final long OFFICE = 1;
  private static final long CUSTODIAN = 11;
  private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");

  @Test
  void what_was_lent_ends_after_a_day() {
    var asked = lent();
    assertThatCode(() -> asked.requireLent(CUSTODIAN, NOW.plus(Duration.ofHours(23))))
        .doesNotThrowAnyException();
    refused(asked, CUSTODIAN, NOW.plus(Duration.ofDays(1)));
    assertThat(asked.isLent(NOW.plus(Duration.ofDays(1)))).isFalse();
  }

  @Test
  void what_was_lent_to_one_custodian_is_not_lent_to_another() {
    refused(lent(), 12, NOW);
  }

  @Test
  void a_refusal_ends_what_was_lent() {
    var asked = lent();
    asked.refuse("NOT_PROVEN", CUSTODIAN, NOW);
    assertThat(asked.isLent(NOW)).isFalse();
    refused(asked, CUSTODIAN, NOW);
  }

  @Test
  void an_erasure_that_its_list_left_out_is_open_again_and_says_why() {
    var asked =
        RightsRequest.behindReceipt(
            "RP-0002",
            new CaseNumber("ET-2027-00001"),
            Kind.ERASURE,
            "ANONYMOUS",
            NOW,
            LocalDate.of(2027, 4, 1));
    asked.listed("L-2027-00001", CUSTODIAN, NOW);
    assertThat(asked.isOpen()).isFalse();
    asked.leftOut("HELD");
    assertThat(asked.isOpen()).isTrue();
    assertThat(asked.leftOut()).isEqualTo("HELD");
    assertThat(asked.list()).isNull();
    asked.listed("L-2027-00002", CUSTODIAN, NOW);
    assertThat(asked.leftOut()).isNull();
  }

  private static void refused(RightsRequest asked, long who, Instant when) {
    assertThatThrownBy(() -> asked.requireLent(who, when))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("not-lent");
  }

  private static RightsRequest lent() {
    var asked =
        RightsRequest.atDesk(
            "RP-0001",
            new CaseNumber("ET-2027-00001"),
            Kind.RECEIPT,
            "CONFIDENTIAL",
            OFFICE,
            NOW,
            LocalDate.of(2027, 4, 1));
    asked.check(Document.PASSPORT, CUSTODIAN, NOW);
    asked.lend(NOW);
    return asked;
  }
}
