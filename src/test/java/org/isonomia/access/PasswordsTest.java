package org.isonomia.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.isonomia.access.domain.Passwords;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  @Test
  void the_right_password_fits_and_another_does_not() {
    var hash = Passwords.hash("zażółć gęślą jaźń");
    assertThat(Passwords.fits("zażółć gęślą jaźń", hash)).isTrue();
    assertThat(Passwords.fits("zazolc gesla jazn", hash)).isFalse();
  }

  @Test
  void nobody_without_a_password_gets_in() {
    assertThat(Passwords.fits("", null)).isFalse();
    assertThat(
            Passwords.fits(
                "nobody's password, hashed once so that a miss costs what a hit costs", null))
        .isFalse();
  }

  @Test
  void the_same_password_is_hashed_differently_each_time() {
    assertThat(Passwords.hash("correct horse battery"))
        .isNotEqualTo(Passwords.hash("correct horse battery"));
  }
}
