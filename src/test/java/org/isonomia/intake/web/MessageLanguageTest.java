package org.isonomia.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.isonomia.page.Form;
import org.isonomia.page.Language;
import org.junit.jupiter.api.Test;

class MessageLanguageTest {
  private static Form message(String words, String chosen, String preset) {
    return Form.empty()
        .with("text", words)
        .with("writtenIn", chosen)
        .with("writtenIn-preset", preset);
  }

  @Test
  void a_message_is_in_the_language_of_the_story_where_that_was_said_else_in_that_of_the_page() {
    var story = MessageLanguage.preset(Form.empty(), Language.PL, Optional.of("be"));
    assertThat(MessageLanguage.of(story, Language.PL)).isEqualTo("be");
    var page = MessageLanguage.preset(Form.empty(), Language.UK, Optional.empty());
    assertThat(MessageLanguage.of(page, Language.UK)).isEqualTo("uk");
  }

  @Test
  void what_somebody_chose_or_wrote_in_stays_when_the_page_changes_its_language() {
    var chosen = MessageLanguage.preset(message("", "ru", "pl"), Language.UK, Optional.empty());
    assertThat(chosen.value("writtenIn")).isEqualTo("ru");
    var wrote = MessageLanguage.preset(message("Słowa", "pl", "pl"), Language.UK, Optional.empty());
    assertThat(wrote.value("writtenIn")).isEqualTo("pl");
    var nothing = MessageLanguage.preset(message(" ", "pl", "pl"), Language.UK, Optional.empty());
    assertThat(nothing.value("writtenIn")).isEqualTo("uk");
  }

  @Test
  void what_is_no_language_of_ours_is_that_of_the_page() {
    assertThat(MessageLanguage.of(message("Słowa", "xx", ""), Language.PL)).isEqualTo("pl");
    assertThat(MessageLanguage.of(Form.empty().with("text", "Słowa"), Language.EN)).isEqualTo("en");
  }

  @Test
  void what_the_page_chose_by_itself_is_nothing_unsent() {
    var back = message("", "pl", "pl").with(Press.NAME, Press.BACK);
    assertThat(Press.leavesUnsent(back, Form.empty())).isFalse();
    assertThat(EnterPage.typed(message("", "pl", "pl"))).isEmpty();
    assertThat(Press.leavesUnsent(back.with("writtenIn", "ru"), Form.empty())).isTrue();
    assertThat(Press.leavesUnsent(back.with("text", "Słowa"), Form.empty())).isTrue();
  }
}
