package org.isonomia.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isonomia.intake.application.Questionnaires;
import org.isonomia.intake.domain.Door;
import org.isonomia.intake.domain.Questionnaire;
import org.isonomia.page.Form;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.shared.Problem.FieldError;
import org.junit.jupiter.api.Test;

/** The language of the letters and that of the text are two things. */
class DeskFormTest {
  private static final Questionnaire QUESTIONS = new Questionnaires().current();

  private static Form typed(String letters, String writtenIn) {
    return Form.empty()
        .with("language", letters)
        .with("writtenIn", writtenIn)
        .with("identity", "ANONYMOUS")
        .with("narrative", "Słowa.");
  }

  private static List<String> writtenIn(Door door, Form form) {
    return new DeskForm(door, form, QUESTIONS).said().asked().answers().get("writtenIn");
  }

  @Test
  void a_story_in_another_language_than_the_letters_keeps_its_own() {
    var form = typed("pl", "ru");
    assertThat(new DeskForm(Door.LETTER, form, QUESTIONS).said().language()).isEqualTo("pl");
    assertThat(writtenIn(Door.LETTER, form)).containsExactly("ru");
  }

  @Test
  void what_staff_type_is_polish_until_they_say_otherwise_whatever_the_letters_are_in() {
    assertThat(writtenIn(Door.PHONE, typed("uk", ""))).containsExactly("pl");
    assertThat(writtenIn(Door.MEDIA, Form.empty())).containsExactly("pl");
  }

  @Test
  void a_page_that_shows_the_choice_does_not_send_it_twice() {
    var form = new DeskForm(Door.PHONE, typed("uk", "ru"), QUESTIONS);
    assertThat(form.carriedByFirst()).doesNotContainKey("writtenIn");
    assertThat(form.carriedBySecond(Texts.of(Language.PL))).containsKey("writtenIn");
  }

  @Test
  void what_is_no_language_is_told_beside_the_choice() {
    var form = typed("pl", "xx");
    new DeskForm(Door.PHONE, form, QUESTIONS)
        .note(List.of(new FieldError("/answers/writtenIn", "unknown-code")), 30);
    assertThat(form.hasError("writtenIn")).isTrue();
  }
}
