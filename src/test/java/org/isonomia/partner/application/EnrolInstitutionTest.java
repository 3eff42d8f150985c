package org.isonomia.partner.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isonomia.access.Actor;
import org.isonomia.access.Role;
import org.isonomia.partner.application.EnrolInstitution.Result;
import org.isonomia.partner.domain.Enrolment;
import org.isonomia.partner.domain.Enrolments;
import org.isonomia.privacy.Holder;
import org.isonomia.privacy.Keyring;
import org.isonomia.privacy.SafesInMemory;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first user of an institution makes its key. */
class EnrolInstitutionTest {
  private static final long INSTITUTION = 4;
  private static final String PIN = "042917";

  private final SafesInMemory keys = new SafesInMemory();
  private final Map<Long, Enrolment> stored = new HashMap<>();
  private final EnrolInstitution act = new EnrolInstitution();
  private final String secret = EnrolmentSecret.newSecret();

  @BeforeEach
  void an_invitation_and_a_user_with_a_key_of_their_own() {
    act.trust = keys.trust();
    act.clock = new AppClock();
    act.enrolments =
        new Enrolments() {
          @Override
          public Optional<Enrolment> lock(long institutionId) {
            return Optional.ofNullable(stored.get(institutionId));
          }

          @Override
          public void remove(Enrolment enrolment) {
            stored.values().remove(enrolment);
          }
        };
    stored.put(
        INSTITUTION,
        new Enrolment(
            INSTITUTION,
            EnrolmentSecret.verifier(INSTITUTION, secret, PIN),
            1,
            Instant.now(),
            act.clock.today()));
    Keyring.empty().enter();
    keys.trust().makePerson(5, new byte[32]).ring().enter();
  }

  @AfterEach
  void nobody_acts() {
    Keyring.leave();
  }

  private Result enrol(Long institution, String typed, String pin) {
    return new Actor(5, "p", Set.of(Role.PARTNER_USER), institution, "pl")
        .run(() -> act.handle(typed, pin));
  }

  @Test
  void both_codes_make_the_key_once_and_the_office_still_has_to_compare_it() {
    assertThat(enrol(INSTITUTION, secret, PIN)).isEqualTo(Result.ENROLLED);
    var institution = Holder.institution(INSTITUTION);
    assertThat(keys.trust().holds(institution)).as("who made it can open it").isTrue();
    assertThat(keys.trust().isVouched(institution)).isFalse();
    assertThat(enrol(INSTITUTION, secret, PIN)).isEqualTo(Result.NOT_OPEN);
  }

  @Test
  void five_wrong_pins_close_it_even_for_the_right_one() {
    for (var i = 0; i < Enrolment.TRIES; i++) {
      assertThat(enrol(INSTITUTION, secret, "000000")).isEqualTo(Result.WRONG);
    }
    assertThat(enrol(INSTITUTION, secret, PIN)).isEqualTo(Result.NOT_OPEN);
    assertThat(keys.trust().hasKey(Holder.institution(INSTITUTION))).isFalse();
  }

  @Test
  void another_institution_has_nothing_of_it_and_who_belongs_to_none_is_refused() {
    assertThat(enrol(9L, secret, PIN)).isEqualTo(Result.NOT_OPEN);
    assertThatThrownBy(() -> enrol(null, secret, PIN)).isInstanceOf(Problem.class);
  }
}
