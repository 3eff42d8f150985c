package org.isonomia.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VaultTest {
  private static final String CASE = "ET-2027-00001";

  private final Vault vault = Vaults.ofEverything();

  @AfterEach
  void leave() {
    Keyring.leave();
  }

  @Test
  void what_is_sealed_is_read_again_with_every_letter() {
    var sealed = vault.seal(CASE, "narrative", "Zażółć gęślą jaźń, їжак 🦔");
    assertThat(vault.open(CASE, "narrative", sealed)).isEqualTo("Zażółć gęślą jaźń, їжак 🦔");
  }

  @Test
  void no_word_of_it_lies_in_the_bytes_and_two_sealings_differ() {
    var one = vault.seal(CASE, "narrative", "a story, a story");
    var other = vault.seal(CASE, "narrative", "a story, a story");
    assertThat(new String(one.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("story");
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void nothing_stays_nothing() {
    assertThat(vault.seal(CASE, "name", null)).isNull();
    assertThat(vault.open(CASE, "name", null)).isNull();
    assertThat(vault.openIfMine(CASE, "name", null)).isNull();
    assertThat(vault.sealForHouse("anna", "name", null)).isNull();
    assertThat(vault.openForHouse("anna", "name", null)).isNull();
  }

  @Test
  void a_value_without_subject_or_field_is_refused() {
    assertThatThrownBy(() -> vault.seal("", "narrative", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> vault.seal(CASE, null, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void moved_to_another_field_or_another_case_it_does_not_open() {
    var sealed = vault.seal(CASE, "title", "Urząd odmówił");
    assertThatThrownBy(() -> vault.open(CASE, "note", sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> vault.open("ET-2027-00002", "title", sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void moved_to_another_compartment_it_does_not_open() {
    var bytes = vault.seal(CASE, Compartment.IDENTITY, "name", "Marta").bytes();
    bytes[1] = Compartment.CONTENT.code();
    assertThatThrownBy(() -> vault.open(CASE, "name", Sealed.ofBytes(bytes)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void one_changed_bit_is_noticed() {
    var bytes = vault.seal(CASE, "title", "Urząd odmówił").bytes();
    bytes[bytes.length - 3] ^= 1;
    assertThatThrownBy(() -> vault.open(CASE, "title", Sealed.ofBytes(bytes)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_form_nobody_knows_is_not_guessed_and_plain_text_is_not_taken_for_sealed() {
    for (byte form : new byte[] {0, 1, 9}) {
      var foreign = Sealed.ofBytes(new byte[] {form, 1, 2, 3});
      assertThatThrownBy(() -> vault.open(CASE, "narrative", foreign))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void what_is_sealed_for_the_house_is_not_taken_for_content() {
    var house = vault.sealForHouse(CASE, "narrative", "forged by who has the configuration");
    assertThatThrownBy(() -> vault.open(CASE, "narrative", house))
        .isInstanceOf(IllegalStateException.class);
    assertThat(vault.openForHouse(CASE, "narrative", house)).startsWith("forged");
  }

  @Test
  void a_value_of_an_older_algorithm_still_opens_when_new_ones_take_another() throws Exception {
    var keys = vault.safes.open(CASE, Compartment.CONTENT);
    for (var algorithm : Algorithm.values()) {
      var locked =
          keys.aead(Compartment.CONTENT, algorithm)
              .encrypt("old words".getBytes(StandardCharsets.UTF_8), Bytes.label(CASE, "note"));
      var bytes = new byte[locked.length + 2];
      bytes[0] = algorithm.form();
      bytes[1] = Compartment.CONTENT.code();
      System.arraycopy(locked, 0, bytes, 2, locked.length);
      assertThat(vault.open(CASE, "note", Sealed.ofBytes(bytes))).isEqualTo("old words");
    }
  }

  @Test
  void a_thread_without_keys_opens_nothing_and_is_told_so() {
    var city = new Teamwork();
    city.filed(CASE, "ANONYMOUS");
    var sealed = city.vault.seal(CASE, "narrative", "a story");
    Keyring.leave();
    assertThatThrownBy(() -> city.vault.open(CASE, "narrative", sealed))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("sealed");
    assertThat(city.vault.openIfMine(CASE, "narrative", sealed)).isNull();
  }

  @Test
  void a_sealed_value_prints_nothing_of_itself() {
    assertThat(vault.seal(CASE, "narrative", "secret")).hasToString("Sealed");
  }
}
