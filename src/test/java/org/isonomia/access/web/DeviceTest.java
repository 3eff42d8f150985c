package org.isonomia.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0 | Firefox, Android",
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0 | Edge, Windows",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604 | Safari, iPhone",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 | Chrome, Linux",
        "<script>alert(1)</script> | ?, ?"
      })
  void two_words_are_left_of_what_a_browser_says(String agent, String words) {
    assertThat(Device.of(agent)).isEqualTo(words);
  }

  @Test
  void a_browser_that_says_nothing_is_a_question_mark() {
    assertThat(Device.of(null)).isEqualTo("?, ?");
  }
}
