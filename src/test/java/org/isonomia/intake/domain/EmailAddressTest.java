package org.isonomia.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"a@b.pl", "oksana.k+1@poczta.example", "żaneta@łódź.example"})
  void mail_can_be_sent_there(String typed) {
    assertThat(EmailAddress.isFit(typed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a@b.pl>",
        "x:a@b.pl;",
        "a@b.pl(comment)",
        "a@b.pl\u00a0c",
        "\u202ea@b.pl",
        "a@b.pl\r\nBcc: c@d.pl",
        "a\u0000@b.pl",
        "a@b",
        "a b@c.pl",
        ""
      })
  void no_mail_can_be_sent_there(String typed) {
    assertThat(EmailAddress.isFit(typed)).isFalse();
  }
}
