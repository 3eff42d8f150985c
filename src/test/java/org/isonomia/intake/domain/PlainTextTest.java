package org.isonomia.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t",
        "\u200b\u202e\u2060",
        "\u00a0\u3000",
        "\u200d\ufe0f",
        "\u3164\u2800",
        "\u0000\u0007",
        "\ufeff"
      })
  void what_nobody_sees_is_no_text(String text) {
    assertThat(PlainText.isBlank(text)).isTrue();
    assertThat(PlainText.tidy(PlainText.clean(text))).isNull();
  }

  @Test
  void any_sign_a_person_can_read_is_text() {
    for (var text : new String[] {".", "так", "مرحبا", "👩‍👧", "ї", "–"}) {
      assertThat(PlainText.tidy(PlainText.clean(text))).as(text).isEqualTo(text);
    }
  }

  @Test
  void what_turns_the_order_of_reading_is_removed() {
    assertThat(PlainText.tidy("faktura\u202Egpj.exe\u202C")).isEqualTo("fakturagpj.exe");
    assertThat(PlainText.clean("a\u2066b\u2069\u0007c")).isEqualTo("abc");
    assertThat(PlainText.fault(PlainText.tidy("a\u202Db"), 10)).isEmpty();
    // a mark of direction and joiners belong to the way words are written
    assertThat(PlainText.tidy("می\u200cخواهم")).isEqualTo("می\u200cخواهم");
  }
}
