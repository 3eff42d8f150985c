package org.isonomia.rights.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.isonomia.rights.domain.Incident.Choice;
import org.isonomia.rights.domain.Incident.Kind;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

class IncidentTest {
  private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");

  @Test
  void a_breach_whose_persons_are_to_be_told_does_not_end_before_somebody_was() {
    var incident = decided(Choice.NOT_NEEDED, Choice.TELL);
    assertThatThrownBy(() -> incident.close(false, NOW)).isInstanceOf(Problem.class);
    incident.close(true, NOW);
    assertThat(incident.closedAt()).isEqualTo(NOW);
  }

  @Test
  void the_day_on_which_the_authority_was_told_is_said_once() {
    var incident = decided(Choice.TELL, Choice.NOT_NEEDED);
    assertThat(incident.mayNotify()).isTrue();
    assertThat(incident.mayClose(false)).isFalse();
    incident.notified(NOW);
    assertThat(incident.mayNotify()).isFalse();
    assertThatThrownBy(() -> incident.notified(NOW.plusSeconds(60))).isInstanceOf(Problem.class);
    assertThat(incident.mayClose(false)).isTrue();
  }

  private static Incident decided(Choice authority, Choice persons) {
    var incident =
        new Incident("NR-001", Kind.PERIOD, null, null, NOW, NOW, NOW.plusSeconds(1), 7, NOW);
    incident.decide(authority, persons, null, NOW);
    return incident;
  }
}
