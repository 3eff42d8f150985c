package org.isonomia.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.isonomia.shared.Problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may come through which door, and from which day on it counts. */
class ArrivedTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 2, 15);
  private static final int FURTHEST = 30;

  private static Said said(String requested, String mode) {
    return new Said(
        "pl",
        "DESK",
        "VICTIM",
        new Said.Identity(mode, null, null, null, null),
        requested,
        "Co się stało",
        new Said.Incident(null, null, null, "OTHER"),
        Set.of("UNKNOWN"),
        Set.of(),
        new Said.Respondent("UNKNOWN_PERPETRATOR", null),
        Set.of(),
        null,
        Set.of(),
        false,
        null);
  }

  private static Arrived on(LocalDate day, String reason) {
    return new Arrived(Door.LETTER, day, null, null, null, reason, false, false);
  }

  private static List<FieldError> faults(Arrived arrived) {
    return arrived.faults(said("SIGNAL", "NAMED"), TODAY, FURTHEST);
  }

  private static FieldError fault(String pointer, String code) {
    return new FieldError(pointer, code);
  }

  @Test
  void what_came_today_needs_no_reason() {
    assertThat(faults(on(TODAY, null))).isEmpty();
  }

  @Test
  void what_came_earlier_needs_a_reason() {
    assertThat(faults(on(TODAY.minusDays(1), null))).containsExactly(fault("/reason", "required"));
    assertThat(faults(on(TODAY.minusDays(1), "Leżało w sekretariacie"))).isEmpty();
  }

  @Test
  void the_last_day_of_the_term_is_taken_and_the_day_before_is_not() {
    assertThat(faults(on(TODAY.minusDays(FURTHEST), "Urlop"))).isEmpty();
    assertThat(faults(on(TODAY.minusDays(FURTHEST + 1), "Urlop")))
        .containsExactly(fault("/receivedOn", "too-long-ago"));
  }

  @Test
  void nothing_came_tomorrow_and_no_postmark_is_later_than_the_letter() {
    assertThat(faults(on(TODAY.plusDays(1), null)))
        .containsExactly(fault("/receivedOn", "date-in-future"));
    assertThat(
            faults(
                new Arrived(Door.LETTER, TODAY, TODAY.plusDays(1), null, null, null, false, false)))
        .containsExactly(fault("/postedOn", "posted-after-receipt"));
    assertThat(faults(on(null, null))).containsExactly(fault("/receivedOn", "required"));
  }

  @Test
  void a_complaint_told_in_the_office_counts_only_with_a_signed_protocol() {
    var unsigned = new Arrived(Door.DESK, TODAY, null, null, null, null, false, true);
    var signed = new Arrived(Door.DESK, TODAY, null, null, null, null, true, true);

    assertThat(unsigned.faults(said("COMPLAINT_KPA", "NAMED"), TODAY, FURTHEST))
        .containsExactly(fault("/signed", "protocol-not-signed"));
    assertThat(signed.faults(said("COMPLAINT_KPA", "NAMED"), TODAY, FURTHEST)).isEmpty();
    assertThat(unsigned.faults(said("SIGNAL", "NAMED"), TODAY, FURTHEST)).isEmpty();
  }

  @Test
  void a_telephone_call_is_a_signal() {
    var call = new Arrived(Door.PHONE, TODAY, null, null, null, null, false, true);

    assertThat(call.faults(said("COMPLAINT_KPA", "NAMED"), TODAY, FURTHEST))
        .containsExactly(fault("/requested", "formal-not-this-way"));
    assertThat(Door.PHONE.requested()).containsExactly("SIGNAL");
  }

  @ParameterizedTest
  @EnumSource(
      value = Door.class,
      names = {"MEDIA", "POLICE_INFO", "OWN_INITIATIVE"})
  void what_the_office_noticed_itself_has_a_source_and_names_nobody(Door door) {
    var noticed = new Arrived(door, TODAY, null, null, null, null, false, false);

    assertThat(noticed.faults(said("SIGNAL", "NAMED"), TODAY, FURTHEST))
        .containsExactly(fault("/source", "required"), fault("/identity/mode", "nobody-reported"));
    assertThat(door.hasReporter()).isFalse();
  }

  @Test
  void an_electronic_delivery_has_its_identifier() {
    var delivery = new Arrived(Door.E_DORECZENIA, TODAY, null, null, null, null, false, false);

    assertThat(delivery.faults(said("COMPLAINT_KPA", "NAMED"), TODAY, FURTHEST))
        .containsExactly(fault("/identifier", "required"));
  }

  @Test
  void each_door_is_a_channel_of_the_vocabulary_and_prints_no_word() {
    assertThat(Door.of("PHONE")).contains(Door.PHONE);
    assertThat(Door.of("WEB")).isEmpty();
    assertThat(new Arrived(Door.MEDIA, TODAY, null, null, "gazeta", null, false, false).toString())
        .doesNotContain("gazeta");
  }
}
