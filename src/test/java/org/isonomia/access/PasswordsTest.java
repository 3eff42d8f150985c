package org.isonomia.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.isonomia.access.domain.Passwords;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  @Test
  void a_password_fits_its_own_verifier_only() {
    var made = Passwords.make("zażółć gęślą jaźń", "anna");
    assertThat(Passwords.check("zażółć gęślą jaźń", made.stored(), "anna", false)).isPresent();
    assertThat(Passwords.check("zazolc gesla jazn", made.stored(), "anna", false)).isEmpty();
  }

  @Test
  void somebody_without_a_password_never_gets_in() {
    assertThat(Passwords.check("", null, "anna", false)).isEmpty();
    assertThat(
            Passwords.check(
                "nobody's password, so that a miss costs what a hit costs", null, "anna", false))
        .isEmpty();
  }

  @Test
  void the_same_password_gives_the_same_lock_again_and_another_salt_each_time() {
    var made = Passwords.make("correct horse battery", "anna");
    assertThat(Passwords.check("correct horse battery", made.stored(), "anna", false))
        .hasValueSatisfying(
            fits -> {
              assertThat(fits.lock()).isEqualTo(made.lock());
              assertThat(fits.codeLock()).isEqualTo(made.codeLock()).isNotEqualTo(made.lock());
            });
    assertThat(made.stored())
        .isNotEqualTo(Passwords.make("correct horse battery", "anna").stored());
  }

  @Test
  void what_is_stored_is_not_what_opens() {
    var made = Passwords.make("correct horse battery", "anna");
    var lock = Base64.getEncoder().withoutPadding().encodeToString(made.lock());
    assertThat(made.stored()).doesNotContain(lock);
  }
}
