package org.isonomia.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.isonomia.access.domain.Session.Method;
import org.isonomia.access.domain.Session.State;
import org.isonomia.privacy.Sealed;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final Instant MORNING = Instant.parse("2026-03-02T07:00:00Z");
  private static final Duration IDLE = Duration.ofMinutes(15);
  private final Session session = session(MORNING);

  private static Session session(Instant at) {
    return new Session(
        "h",
        1,
        Method.PASSWORD,
        "Firefox, Linux",
        7,
        Sealed.ofBytes(new byte[] {2, 1}),
        at,
        at.plus(Duration.ofHours(10)));
  }

  @Test
  void it_is_locked_after_idle_time_and_ends_with_the_working_day() {
    assertThat(session.state(MORNING.plusSeconds(899), IDLE)).isEqualTo(State.OPEN);
    assertThat(session.state(MORNING.plusSeconds(900), IDLE)).isEqualTo(State.LOCKED);
    assertThat(session.state(MORNING.plus(Duration.ofHours(10)), IDLE)).isEqualTo(State.ENDED);
  }

  @Test
  void a_locked_or_ended_one_holds_no_key_and_stays_so() {
    session.lock(MORNING);
    assertThat(session.opened()).isNull();
    assertThat(session.state(MORNING, IDLE)).isEqualTo(State.LOCKED);
    session.end(MORNING);
    assertThat(session.state(MORNING, IDLE)).isEqualTo(State.ENDED);
  }

  @Test
  void unlocking_makes_no_day_longer() {
    var noon = MORNING.plus(Duration.ofHours(5));
    var unlocked = session(noon);
    unlocked.continues(session);
    assertThat(unlocked.state(noon, IDLE)).isEqualTo(State.OPEN);
    assertThat(unlocked.createdAt()).isEqualTo(MORNING);
    assertThat(unlocked.state(MORNING.plus(Duration.ofHours(10)), IDLE)).isEqualTo(State.ENDED);
  }
}
