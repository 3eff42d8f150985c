package org.isonomia.access.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.access.application.NewPassword.Fault.GUESSED;
import static org.isonomia.access.application.NewPassword.Fault.LENGTH;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.isonomia.access.application.NewPassword.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewPasswordTest {
  private static Fault fault(String password) {
    return NewPassword.fault(password, "joanna").orElse(null);
  }

  @Test
  void it_has_at_least_twelve_characters_and_may_have_two_hundred() {
    assertThat(fault("kqzvxw8#mtr")).isEqualTo(LENGTH);
    assertThat(fault("kqzvxw8#mtrp")).isNull();
    assertThat(fault("słowo obok słowa ".repeat(11))).isNull();
    assertThat(fault("x".repeat(201))).isEqualTo(LENGTH);
    assertThat(fault(null)).isEqualTo(LENGTH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cztery zwykłe słowa obok",
        "correct horse battery staple",
        "самі звичайні слова поруч",
        "kotekmruczekbezcyfr",
        "8412 0937 5561 2048"
      })
  void no_kind_of_character_is_demanded(String password) {
    assertThat(fault(password)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "aaaaaaaaaaaaaaaa",
        "qwertyuiop123",
        "123456789012",
        "isonomia2027",
        "Krakow123456",
        "joannajoanna1",
        "P@ssw0rd1234"
      })
  void what_is_guessed_early_is_refused(String password) {
    assertThat(fault(password)).isEqualTo(GUESSED);
  }

  @Test
  void none_of_the_common_passwords_of_the_list_is_taken() throws IOException {
    try (var in =
            NewPassword.class.getResourceAsStream(
                "/com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      var common = lines.lines().toList();
      assertThat(common).hasSizeGreaterThan(3_000);
      assertThat(common.stream().filter(p -> fault(p) == null)).isEmpty();
      // most are too short anyway: those that are not are refused because they are guessed
      var longEnough = common.stream().filter(p -> p.length() >= NewPassword.SHORTEST).toList();
      assertThat(longEnough).isNotEmpty().allMatch(p -> fault(p) == GUESSED);
    }
  }

  @Test
  void the_longest_is_measured_in_no_time() {
    assertThat(fault("abcd1234".repeat(25))).isIn(null, GUESSED);
  }
}
