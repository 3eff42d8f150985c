package org.isonomia.partner.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.isonomia.partner.domain.Enrolment;
import org.junit.jupiter.api.Test;

/** An institution is invited to make its key. */
class EnrolmentTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 9);

  private static Enrolment enrolment() {
    return new Enrolment(4, "00", 1, Instant.EPOCH, TODAY);
  }

  @Test
  void it_takes_both_codes_of_this_institution_and_no_others() {
    var secret = EnrolmentSecret.newSecret();
    var verifier = EnrolmentSecret.verifier(4, secret, "042917");
    assertThat(secret).matches("([A-Z2-9]{4}-){4}[A-Z2-9]{4}");
    assertThat(EnrolmentSecret.fits(4, secret, "042917", verifier)).isTrue();
    assertThat(
            EnrolmentSecret.fits(
                4, " " + secret.toLowerCase().replace('-', ' '), "042 917", verifier))
        .as("as people type it")
        .isTrue();
    assertThat(EnrolmentSecret.fits(4, secret, "042918", verifier)).isFalse();
    assertThat(EnrolmentSecret.fits(5, secret, "042917", verifier)).isFalse();
    assertThat(EnrolmentSecret.fits(4, EnrolmentSecret.newSecret(), "042917", verifier)).isFalse();
    assertThat(EnrolmentSecret.fits(4, null, null, verifier)).isFalse();
    assertThat(verifier).doesNotContain("042917").doesNotContain(secret);
  }

  @Test
  void it_lasts_fourteen_days() {
    assertThat(enrolment().isOpen(TODAY.plusDays(14))).isTrue();
    assertThat(enrolment().isOpen(TODAY.plusDays(15))).isFalse();
  }

  @Test
  void five_wrong_tries_end_it_and_a_new_one_begins_anew() {
    var enrolment = enrolment();
    for (var i = 1; i < Enrolment.TRIES; i++) {
      enrolment.wrongTry();
      assertThat(enrolment.isOpen(TODAY)).isTrue();
    }
    enrolment.wrongTry();
    assertThat(enrolment.isOpen(TODAY)).isFalse();
    enrolment.makeAnew("11", 1, Instant.EPOCH, TODAY);
    assertThat(enrolment.isOpen(TODAY)).isTrue();
  }
}
