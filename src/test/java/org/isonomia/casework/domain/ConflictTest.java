package org.isonomia.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isonomia.casework.domain.SomeCase.aCase;
import static org.isonomia.casework.domain.SomeCase.city;

import java.time.Instant;
import java.util.Set;
import org.isonomia.casework.CaseEvent;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

/** Who takes no part in a case (KPA art. 24). */
class ConflictTest {
  private static final long ANNA = 7;
  private static final long PIOTR = 8;
  private static final long EWA = 9;
  private static final Set<Long> ALL = Set.of(ANNA, PIOTR, EWA);
  private static final Sealed WHY = Sealed.ofBytes(new byte[] {0});
  private static final Instant AT = city("2027-02-16T09:00");

  private static void refused(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }

  @Test
  void whoever_is_kept_out_is_out_until_somebody_else_lets_them_back_in() {
    var file = aCase().assessed().build();
    assertThat(file.keepOut(EWA, ALL, WHY, PIOTR, AT))
        .isEqualTo(new CaseEvent.PersonKeptOut(file.number(), EWA, AT));
    assertThat(file.isKeptOut(EWA)).isTrue();
    assertThat(file.keptOut()).containsExactly(EWA);
    assertThat(file.isKeptOut(ANNA)).isFalse();

    refused("not-yours", () -> file.letBackIn(EWA, WHY, EWA, AT));
    assertThat(file.isKeptOut(EWA)).isTrue();
    file.letBackIn(EWA, WHY, PIOTR, AT.plusSeconds(60));
    assertThat(file.isKeptOut(EWA)).isFalse();
    assertThat(file.keptOut()).isEmpty();
    assertThat(file.conflicts()).as("it stays in the file").hasSize(1);
    assertThat(file.conflicts().get(0).endedBy()).isEqualTo(PIOTR);
  }

  @Test
  void nobody_is_kept_out_twice_or_let_in_who_is_not_out() {
    var file = aCase().assessed().build();
    refused("not-kept-out", () -> file.letBackIn(EWA, WHY, PIOTR, AT));
    file.keepOut(EWA, ALL, WHY, PIOTR, AT);
    refused("already-kept-out", () -> file.keepOut(EWA, ALL, WHY, PIOTR, AT));
    file.letBackIn(EWA, WHY, PIOTR, AT);
    file.keepOut(EWA, ALL, WHY, EWA, AT);
    assertThat(file.conflicts()).hasSize(2);
  }

  @Test
  void the_last_who_can_read_a_case_is_not_kept_out_of_it() {
    var file = aCase().assessed().build();
    file.keepOut(EWA, ALL, WHY, PIOTR, AT);
    file.keepOut(ANNA, Set.of(ANNA, PIOTR), WHY, ANNA, AT);
    refused("nobody-would-stay", () -> file.keepOut(PIOTR, Set.of(PIOTR), WHY, PIOTR, AT));
    refused("nobody-would-stay", () -> file.keepOut(PIOTR, ALL, WHY, PIOTR, AT));
    assertThat(file.isKeptOut(PIOTR)).isFalse();
  }

  @Test
  void a_conflict_may_also_be_found_when_the_report_is_new_and_when_the_case_is_closed() {
    var fresh = aCase().build();
    fresh.keepOut(EWA, ALL, WHY, PIOTR, AT);
    var closed = aCase().closedAt(city("2027-03-01T09:00")).build();
    closed.keepOut(EWA, ALL, WHY, PIOTR, city("2027-03-02T09:00"));
    closed.letBackIn(EWA, WHY, PIOTR, city("2027-03-03T09:00"));
    assertThat(closed.conflicts()).hasSize(1);
  }
}
