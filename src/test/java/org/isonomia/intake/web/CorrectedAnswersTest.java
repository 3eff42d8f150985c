package org.isonomia.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.isonomia.intake.Mailbox.From;
import org.isonomia.intake.Mailbox.Message;
import org.isonomia.intake.OwnReport.Corrected;
import org.isonomia.intake.application.Questionnaires;
import org.isonomia.intake.domain.Answers;
import org.isonomia.intake.domain.Field;
import org.isonomia.intake.domain.Questionnaire;
import org.isonomia.page.Form;
import org.isonomia.page.Language;
import org.isonomia.page.Row;
import org.isonomia.page.Texts;
import org.junit.jupiter.api.Test;

/** What a person reads before and after they put an answer right. */
class CorrectedAnswersTest {
  private static final Questionnaire QUESTIONS = new Questionnaires().current();

  private static final Answers IN_A_TRAM =
      Answers.none()
          .with(
              Map.of(
                  "role", List.of("PARENT_GUARDIAN"),
                  "childView", List.of("Boi się."),
                  "area", List.of("PUBLIC_TRANSPORT"),
                  "line", List.of("4"),
                  "vehicle", List.of()));

  private static List<String> closed(String field, String code) {
    return QUESTIONS.closed(IN_A_TRAM, IN_A_TRAM.with(Map.of(field, List.of(code)))).stream()
        .map(Field::name)
        .toList();
  }

  @Test
  void another_area_or_role_closes_what_was_answered_in_its_branch_and_nothing_else() {
    assertThat(closed("area", "HOUSING")).containsExactly("line");
    assertThat(closed("role", "VICTIM")).containsExactly("childView");
  }

  @Test
  void an_answer_that_stays_closes_nothing() {
    assertThat(closed("area", "PUBLIC_TRANSPORT")).isEmpty();
    assertThat(closed("narrative", "Inne słowa")).isEmpty();
  }

  @Test
  void only_answers_that_open_questions_are_said_to_close_some() {
    assertThat(List.of("role", "area", "respondent")).allMatch(QUESTIONS::opensOthers);
    assertThat(List.of("narrative", "childView", "date")).noneMatch(QUESTIONS::opensOthers);
  }

  @Test
  void a_corrected_answer_says_beside_it_when_it_was_corrected_last() {
    var t = Texts.of(Language.PL);
    var corrected =
        List.of(
            new Corrected("line", "line", null, Instant.parse("2027-03-03T10:00:00Z")),
            new Corrected("line", "line", null, Instant.parse("2027-03-05T10:00:00Z")),
            new Corrected("place", "place", null, Instant.parse("2027-03-08T10:00:00Z")));
    assertThat(CorrectPages.noted(t, corrected, "line", Row.of("Numer linii", "4")).note())
        .isEqualTo("Poprawione: 5 marca 2027");
    assertThat(CorrectPages.noted(t, corrected, "vehicle", Row.of("Pojazd", "N")).note()).isNull();
  }

  @Test
  void a_question_within_a_sentence_stands_in_quotation_marks_and_doubles_none() {
    var asked = new Corrected("wishes", "wishes", null, Instant.parse("2027-03-03T10:00:00Z"));
    for (var language : Language.values()) {
      var t = Texts.of(language);
      assertThat(t.t("intake.correct.told", "fields", asked.quoted(t)))
          .contains(asked.label(t))
          .doesNotContain("?.", "..", "?,");
    }
  }

  @Test
  void what_the_law_wants_of_a_formal_letter_is_not_said_to_be_a_choice_after_filing() {
    var form = Form.empty().error("name", "intake.wrong.formal-name");
    for (var language : Language.values()) {
      var t = Texts.of(language);
      var told = CorrectPages.inOwnWords(t, form).errorText(t, "name");
      assertThat(told).isNotEqualTo(form.errorText(t, "name"));
      assertThat(told.toLowerCase()).doesNotContain("sygnał", "signal", "сигнал");
    }
    form.error("email", "intake.wrong.email");
    assertThat(CorrectPages.inOwnWords(Texts.of(Language.PL), form).error("email").get().key())
        .isEqualTo("intake.wrong.email");
  }

  @Test
  void words_that_were_sent_with_a_correction_are_no_note_and_are_shown_to_their_writer() {
    var at = Instant.parse("2027-03-03T10:00:00Z");
    var corrected = List.of(new Corrected("address", "address", null, at));
    var note = Texts.of(Language.UK).t("intake.correct.message", "fields", "«Адреса для листів»");
    assertThat(MailboxPages.isNote(said("uk", note, at), corrected)).isTrue();
    assertThat(MailboxPages.isNote(said("uk", "Моє звернення доповнено.", at), corrected))
        .isFalse();
    assertThat(MailboxPages.isNote(said("fr", "Voilà.", at), corrected)).isFalse();
    assertThat(MailboxPages.isNote(said("uk", note, at.plusSeconds(1)), corrected)).isFalse();
  }

  private static Message said(String language, String words, Instant at) {
    return new Message(1, From.REPORTER, null, language, words, at);
  }
}
