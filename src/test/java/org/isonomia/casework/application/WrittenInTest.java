package org.isonomia.casework.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.junit.jupiter.api.Test;

/** In which languages texts come that must be translated. */
class WrittenInTest {
  @Test
  void every_language_of_the_pages_but_polish_is_among_them_and_the_rest_is_another_one() {
    var ofPages =
        Arrays.stream(Language.values()).map(Language::tag).filter(tag -> !tag.equals("pl"));
    assertThat(WrittenIn.tags()).containsAll(ofPages.toList()).doesNotContain("pl").contains("be");
    assertThat(WrittenIn.tags()).doesNotHaveDuplicates().endsWith("und");
  }

  @Test
  void each_has_a_name_in_the_readers_language() {
    for (var language : Language.values()) {
      for (var tag : WrittenIn.tags()) {
        assertThat(Texts.of(language).has("casework.pair.language." + tag)).as(tag).isTrue();
      }
    }
    assertThat(WrittenIn.name("uk", Texts.of(Language.EN))).isEqualTo("Ukrainian");
    assertThat(List.of(WrittenIn.name("pl", Texts.of(Language.EN)))).containsExactly("Polski");
  }
}
