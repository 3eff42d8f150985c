package org.isonomia.access.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.access.Role.*;

import java.util.Set;
import org.isonomia.access.Actor;
import org.junit.jupiter.api.Test;

class AbsencesTest {
  @Test
  void a_deputy_may_do_all_that_the_absent_person_may_in_the_office() {
    assertThat(Absences.covers(Set.of(CASE_HANDLER), Set.of(CASE_HANDLER))).isTrue();
    assertThat(Absences.covers(Set.of(COORDINATOR), Set.of(CASE_HANDLER))).isTrue();
    assertThat(Absences.covers(Set.of(CASE_HANDLER), Set.of(COORDINATOR))).isFalse();
    assertThat(Absences.covers(Set.of(LAWYER), Set.of(CASE_HANDLER))).isFalse();
    assertThat(Absences.covers(Set.of(INTAKE_OFFICER), Set.of(CASE_HANDLER))).isFalse();
  }

  @Test
  void a_seat_on_the_council_has_no_deputy() {
    assertThat(Absences.covers(Set.of(COUNCIL_MEMBER, COUNCIL_CHAIR), Set.of(COUNCIL_MEMBER)))
        .isFalse();
    assertThat(Absences.covers(Set.of(CASE_HANDLER), Set.of(CASE_HANDLER, COUNCIL_MEMBER)))
        .as("only the work of the office goes over")
        .isTrue();
  }

  @Test
  void who_stands_in_acts_for_the_absent_and_for_nobody_else() {
    var deputy = new Actor(8, "beata", Set.of(CASE_HANDLER), null, "pl").inFor(Set.of(7L));
    assertThat(deputy.actsFor(7)).isTrue();
    assertThat(deputy.actsFor(8)).isTrue();
    assertThat(deputy.actsFor(9)).isFalse();
    assertThat(deputy.accountId()).as("never as the other person").isEqualTo(8);
    assertThat(Actor.HOUSE.actsFor(0)).isFalse();
  }
}
