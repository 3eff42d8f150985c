package org.isonomia.administration.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.isonomia.administration.application.SeeSettings.Source;
import org.junit.jupiter.api.Test;

class SeeHealthTest {
  @Test
  void a_check_that_breaks_is_down_and_says_nothing_of_why() {
    var answer =
        SeeHealth.answer(
            () -> {
              throw new IllegalStateException("ul. Lea 5");
            });
    assertThat(answer.up()).isFalse();
    assertThat(answer.toString()).doesNotContain("Lea");
  }

  @Test
  void of_a_secret_only_whether_it_is_set_is_said() {
    for (var name :
        new String[] {"isonomia.secret", "isonomia.jdbc.password", "isonomia.jdbc.url"}) {
      var line = SeeSettings.line(name, Source.ENVIRONMENT, "jawor-1");
      assertThat(line.secret()).as(name).isTrue();
      assertThat(line.set()).isTrue();
      assertThat(line.toString()).doesNotContain("jawor-1");
      assertThat(SeeSettings.line(name, Source.DEFAULT, null).set()).isFalse();
    }
    assertThat(SeeSettings.line("isonomia.http.port", Source.FILE, "8080").value())
        .isEqualTo("8080");
  }
}
