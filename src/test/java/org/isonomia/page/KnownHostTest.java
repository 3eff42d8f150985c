package org.isonomia.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownHostTest {
  private static final String BASE = "https://rowne.example";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rowne.example",
        "ROWNE.example",
        "rowne.example:443",
        "localhost",
        "localhost:8080",
        "127.0.0.1:18080",
        "[::1]:8080"
      })
  void its_own_name_and_this_machine_are_known(String host) {
    assertThat(KnownHost.isOurs(host, BASE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "evil.example",
        "rowne.example.evil.example",
        "rowne.example:8080",
        "rowne.example@evil.example",
        "evil.example:443",
        "localhost.evil.example",
        "127.0.0.1.evil.example:80",
        "127.0.0.2",
        "rowne.example, evil.example"
      })
  void every_other_name_is_not(String host) {
    assertThat(KnownHost.isOurs(host, BASE)).isFalse();
  }

  @Test
  void a_watchdog_that_speaks_the_oldest_http_names_no_host() {
    assertThat(KnownHost.isOurs(null, BASE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:8080", "localhost:8080"})
  void without_an_address_only_this_machine_is_known(String host) {
    assertThat(KnownHost.isOurs(host, "")).isTrue();
    assertThat(KnownHost.isOurs("rowne.example", "")).isFalse();
  }
}
