package org.isonomia.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.isonomia.intake.OwnTerms.Term;
import org.isonomia.intake.application.Helplines;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person can do beside us: their own dates in a useful order, and lines of support. */
class WhatHelpsOneselfTest {
  private static Term term(String code, String last, boolean over) {
    var day = last == null ? null : LocalDate.parse(last);
    return new Term(code, code, "", "", day, false, false, day, over);
  }

  @Test
  void what_can_still_be_done_stands_first_and_of_that_what_ends_soonest() {
    var terms =
        List.of(
            term("over", "2027-03-29", true),
            term("late", "2030-03-08", false),
            term("no date", null, false),
            term("soon", "2027-09-01", false),
            term("long over", "2026-01-01", true));
    assertThat(MailboxPages.inTime(terms).stream().map(Term::code))
        .containsExactly("soon", "late", "no date", "long over", "over");
  }

  @ParameterizedTest
  @MethodSource("org.isonomia.page.Language#values")
  void every_line_of_support_has_words(Language language) {
    var t = Texts.of(language);
    assertThat(new Helplines().all())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(t.has("intake.helpline." + line.code())).isTrue())
        .allSatisfy(line -> assertThat(line.digits()).matches("\\+?[0-9]{3,}"));
  }

  /** The clock that asks for a camera's recording is told to the person who needs it. */
  @ParameterizedTest
  @MethodSource("org.isonomia.page.Language#values")
  void that_the_recording_is_asked_for_is_told_in_plain_words(Language language) {
    assertThat(Texts.of(language).has("intake.date.CCTV_PRESERVE")).isTrue();
  }
}
