package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.isonomia.intake.CaseStanding.DueDate;
import org.isonomia.intake.CaseStanding.Matter;
import org.isonomia.intake.CaseStanding.Standing;
import org.isonomia.intake.application.OpenMailbox.Contents;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.shared.CaseNumber;
import org.junit.jupiter.api.Test;

/** The first card of the mailbox promises nothing that is over. */
class HappensNowTest {
  private static final Texts T = Texts.of(Language.PL);

  private static DueDate due(String clock, String date, String state, boolean running) {
    return new DueDate(clock, LocalDate.parse(date), state, "", 1, running, false);
  }

  private static Standing with(DueDate... dates) {
    return new Standing(List.of(), List.of(dates), List.of());
  }

  @Test
  void what_we_are_late_with_longest_is_told_first() {
    var standing =
        with(
            due("PRELIM_ASSESSMENT", "2027-03-20", "LATE", true),
            due("ACK_HUMAN", "2027-03-10", "LATE", true),
            due("SETTLE_237", "2027-04-10", "RUNNING", true));
    assertThat(HappensNow.late(T, standing))
        .get()
        .extracting(DueDate::clock)
        .isEqualTo("ACK_HUMAN");
  }

  @Test
  void what_was_done_late_and_a_time_that_is_the_persons_own_make_nobody_late_now() {
    assertThat(
            HappensNow.late(
                T,
                with(
                    due("ACK_HUMAN", "2027-03-10", "LATE", false),
                    due("SUPPLEMENT_8", "2027-03-11", "LATE", true),
                    due("REPORTER_SILENCE", "2027-03-12", "LATE", true),
                    due("NOBODY_IS_TOLD", "2027-03-12", "LATE", true),
                    due("SETTLE_237", "2027-04-10", "RUNNING", true))))
        .isEmpty();
  }

  @Test
  void that_a_person_will_read_it_soon_is_said_only_while_nobody_has_and_the_day_is_to_come() {
    var soon = "vocabulary.statusForReporter.NEW";
    assertThat(HappensNow.ofNew(false, false, false)).isEqualTo(soon);
    assertThat(HappensNow.ofNew(false, true, false)).isEqualTo("intake.mailbox.opened");
    assertThat(HappensNow.ofNew(false, true, true)).isEqualTo("intake.mailbox.opened");
    assertThat(HappensNow.ofNew(false, false, true)).isEqualTo("intake.mailbox.notOpened");
    assertThat(HappensNow.ofNew(true, true, true)).isEqualTo("intake.mailbox.personWrote");
  }

  @Test
  void of_each_date_that_is_told_and_is_ours_it_is_told_too_that_we_are_late() {
    for (var language : Language.values()) {
      var t = Texts.of(language);
      assertThat(t.keys())
          .filteredOn(key -> key.matches("intake\\.date\\.[A-Z0-9_]+"))
          .isNotEmpty()
          .allSatisfy(
              key -> {
                var clock = key.substring("intake.date.".length());
                boolean theirs = t.has("intake.dateState." + clock + ".LATE");
                assertThat(t.has("intake.mailbox.late." + clock)).as(key).isEqualTo(!theirs);
              });
    }
  }

  private static Contents mailbox(String state, boolean running) {
    var matter = new Matter(1, "SIGNAL", "NEW", 1, null, null, null);
    var standing =
        new Standing(
            List.of(matter), List.of(due("ACK_HUMAN", "2027-03-10", state, running)), List.of());
    return new Contents(new CaseNumber("ET-2027-00001"), "pl", standing, List.of(), List.of());
  }

  @Test
  void the_first_sentence_follows_what_has_happened() {
    assertThat(HappensNow.words(T, mailbox("RUNNING", true), false, false)).contains("Wkrótce");
    assertThat(HappensNow.words(T, mailbox("RUNNING", true), false, true)).contains("otworzył");
    assertThat(HappensNow.words(T, mailbox("LATE", true), false, false)).contains("Nikt jeszcze");
    assertThat(HappensNow.words(T, mailbox("MET", false), false, true)).contains("napisał");
  }
}
