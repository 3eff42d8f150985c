package org.isonomia.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenTest {
  @Test
  void somebody_may_write_in_each_language_of_the_pages_in_those_of_the_list_and_in_any_other() {
    assertThat(Written.tags()).startsWith("pl", "en", "uk").contains("ru", "be", "rom");
    assertThat(Written.tags()).doesNotHaveDuplicates().endsWith("und");
  }

  @Test
  void a_language_that_gets_pages_of_its_own_is_named_once() {
    assertThat(Written.with(List.of("pl", "rom")))
        .startsWith("pl", "rom", "ru")
        .doesNotHaveDuplicates();
  }

  @Test
  void each_is_called_what_it_calls_itself_and_in_the_words_of_every_page() {
    for (var tag : Written.tags()) {
      assertThat(Written.ownName(tag).isPresent()).as(tag).isEqualTo(!tag.equals("und"));
      for (var language : Language.values()) {
        assertThat(Texts.of(language).has("intake.writtenIn." + tag)).as(tag).isTrue();
      }
    }
    assertThat(Written.ownName("be")).contains("Беларуская");
    assertThat(Written.ownName("tlh")).isEmpty();
  }
}
