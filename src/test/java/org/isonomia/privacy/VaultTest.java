package org.isonomia.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VaultTest {
  private final Vault vault = new Vault();

  @Test
  void what_is_sealed_is_read_again_with_every_letter() {
    var sealed = vault.seal("ET-2027-00001", "narrative", "Zażółć gęślą jaźń, їжак 🦔");
    assertThat(vault.open("ET-2027-00001", "narrative", sealed))
        .isEqualTo("Zażółć gęślą jaźń, їжак 🦔");
  }

  @Test
  void nothing_stays_nothing() {
    assertThat(vault.seal("ET-2027-00001", "name", null)).isNull();
    assertThat(vault.open("ET-2027-00001", "name", null)).isNull();
  }

  @Test
  void a_value_without_subject_or_field_is_refused() {
    assertThatThrownBy(() -> vault.seal("", "narrative", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> vault.seal("ET-2027-00001", null, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_form_nobody_knows_is_not_guessed() {
    var foreign = Sealed.ofBytes(new byte[] {9, 1, 2});
    assertThatThrownBy(() -> vault.open("ET-2027-00001", "narrative", foreign))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_sealed_value_prints_nothing_of_itself() {
    assertThat(vault.seal("ET-2027-00001", "narrative", "secret")).hasToString("Sealed");
  }
}
