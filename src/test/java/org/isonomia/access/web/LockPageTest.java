package org.isonomia.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockPageTest {
  @Test
  void after_unlocking_a_form_goes_to_the_very_address_it_was_meant_for() {
    assertThat(LockPage.same("/casework/cases/ET-2026-00001/message", null))
        .isEqualTo("/casework/cases/ET-2026-00001/message");
    assertThat(LockPage.same("/me", "x=1&y=%20")).isEqualTo("/me?x=1&y=%20");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example/me", "/\\evil.example", "evil.example", "/", ""})
  void an_address_that_a_browser_takes_for_another_host_is_none_of_ours(String path) {
    assertThat(LockPage.same(path, null)).isEqualTo("/");
  }

  @Test
  void only_pages_without_a_session_are_open_while_it_is_locked() {
    assertThat(LockPage.isAlwaysOpen("/sign-out")).isTrue();
    assertThat(LockPage.isAlwaysOpen("/sign-in/unlock")).isTrue();
    assertThat(LockPage.isAlwaysOpen("/me")).isFalse();
    assertThat(LockPage.isAlwaysOpen("/sign-in-as")).isFalse();
    assertThat(SessionMechanism.knowsSessions("/pl/report/what")).isFalse();
    assertThat(SessionMechanism.knowsSessions("/api/reports")).isFalse();
    assertThat(SessionMechanism.knowsSessions("/partner/referrals")).isTrue();
    assertThat(SessionMechanism.knowsSessions("/")).isTrue();
  }

  /** A secret is what a page asks for with stars, and what a passkey reckons. */
  @Test
  void no_secret_that_any_page_asks_for_lies_in_the_page_of_the_lock() throws IOException {
    var input = Pattern.compile("template\\.page\\.text\\((.*)\\)|<input ([^>]*)>");
    var name = Pattern.compile("\\bname ?= ?\"([a-z0-9-]+)\"");
    var asked = new TreeSet<String>();
    try (var templates = Files.walk(Path.of("src/main/jte"))) {
      for (var template : templates.filter(p -> p.toString().endsWith(".jte")).toList()) {
        var inputs = input.matcher(Files.readString(template));
        while (inputs.find()) {
          var found = name.matcher(inputs.group());
          if (inputs.group().matches("(?s).*\\btype ?= ?\"password\".*") && found.find()) {
            asked.add(found.group(1));
          }
        }
      }
    }
    asked.removeIf(field -> field.startsWith(LockPage.OWN));
    assertThat(asked).contains("password", "phrase", "secret");
    assertThat(LockPage.SECRETS).containsAll(asked).contains("reckoned", "part1", "part2", "pin");
  }
}
