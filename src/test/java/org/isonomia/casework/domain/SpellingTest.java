package org.isonomia.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
  @Test
  void a_name_is_the_same_in_any_order_case_and_with_or_without_marks() {
    assertThat(Spelling.name("  Łukasz ŻÓŁĆ ")).isEqualTo(Spelling.name("zolc lukasz"));
    assertThat(Spelling.name("Kowalska-Nowak, Anna")).isEqualTo("anna kowalska nowak");
  }

  @Test
  void another_name_is_another_one() {
    assertThat(Spelling.name("Anna Nowak")).isNotEqualTo(Spelling.name("Anna Nowakowa"));
  }

  @Test
  void what_has_no_letters_is_no_name() {
    assertThat(Spelling.name(" – ?! ")).isEmpty();
  }

  @Test
  void every_word_must_be_there_and_a_part_of_a_word_is_enough() {
    var text = "Kierowca tramwaju nie zatrzymał się na przystanku.";
    assertThat(Spelling.holds(text, Spelling.words("TRAMWAJ zatrzymal"))).isTrue();
    assertThat(Spelling.holds(text, List.of("tramwaj", "autobus"))).isFalse();
  }

  @Test
  void letters_of_other_alphabets_stay() {
    assertThat(Spelling.words("Їжак і Щука")).containsExactly("іжак", "і", "щука");
  }
}
