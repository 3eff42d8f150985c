package org.isonomia.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class AcknowledgementCodeTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  private static AcknowledgementCode some() {
    var random = new byte[32];
    RANDOM.nextBytes(random);
    return AcknowledgementCode.of(random);
  }

  @Test
  void it_has_sixteen_characters_that_do_not_look_alike_in_groups_of_four() {
    var code = some();
    assertThat(code.characters()).hasSize(16).doesNotContainPattern("[01OILSB]");
    assertThat(code.grouped()).matches("\\w{4}-\\w{4}-\\w{4}-\\w{4}");
  }

  @Test
  void the_same_bytes_give_the_same_and_others_another() {
    var seen = new HashSet<String>();
    for (var i = 0; i < 1000; i++) {
      seen.add(some().characters());
    }
    assertThat(seen).hasSize(1000);
    assertThat(AcknowledgementCode.of(new byte[32]))
        .isEqualTo(AcknowledgementCode.of(new byte[32]));
  }

  @Test
  void it_is_read_as_people_type_it() {
    var code = some();
    assertThat(AcknowledgementCode.read(code.grouped())).contains(code);
    assertThat(AcknowledgementCode.read(code.grouped().toLowerCase())).contains(code);
    assertThat(AcknowledgementCode.read(" " + code.grouped().replace('-', '–') + " "))
        .contains(code);
  }

  @Test
  void letters_of_a_ukrainian_keyboard_that_look_the_same_are_taken_for_what_they_look_like() {
    var code = some();
    var typed =
        code.grouped().replace('A', 'А').replace('C', 'С').replace('H', 'н').replace('X', 'х');
    assertThat(AcknowledgementCode.read(typed)).contains(code);
  }

  /** A typing mistake is told from a number that we did not issue, without looking anything up. */
  @Test
  void any_one_wrong_character_and_any_two_that_changed_places_are_noticed() {
    var characters = some().characters();
    for (var i = 0; i < characters.length(); i++) {
      for (var other : "23456789ACDEFGHJKMNPQRTUVWXYZ".toCharArray()) {
        if (other != characters.charAt(i)) {
          var wrong = characters.substring(0, i) + other + characters.substring(i + 1);
          assertThat(AcknowledgementCode.read(wrong)).as(wrong).isEmpty();
        }
      }
      for (var j = i + 1; j < characters.length(); j++) {
        var swapped = characters.toCharArray();
        swapped[i] = characters.charAt(j);
        swapped[j] = characters.charAt(i);
        if (swapped[i] != swapped[j]) {
          assertThat(AcknowledgementCode.read(new String(swapped))).isEmpty();
        }
      }
    }
  }

  @Test
  void what_cannot_be_one_is_nothing() {
    assertThat(AcknowledgementCode.read(null)).isEmpty();
    assertThat(AcknowledgementCode.read("")).isEmpty();
    assertThat(AcknowledgementCode.read("1234 5678 9012 3456 7890")).isEmpty();
    assertThat(AcknowledgementCode.read("A".repeat(1000))).isEmpty();
  }

  @Test
  void it_prints_nothing() {
    var code = some();
    assertThat(code.toString()).doesNotContain(code.characters());
  }
}
