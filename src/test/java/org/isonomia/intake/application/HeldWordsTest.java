package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.isonomia.intake.application.HeldWords.For;
import org.isonomia.shared.CaseNumber;
import org.junit.jupiter.api.Test;

/** What a page holds between two requests is read by nobody and opens for its own case only. */
class HeldWordsTest {
  private static final Instant NOW = Instant.parse("2027-01-29T10:01:30Z");
  private static final CaseNumber MINE = new CaseNumber("ET-2027-00001");
  private static final CaseNumber ANOTHER = new CaseNumber("ET-2027-00002");
  private static final Map<String, List<String>> WORDS = Map.of("text", List.of("Nie wpuścili"));

  private final HeldWords held = of("a secret of this house that is long");

  private static HeldWords of(String secret) {
    var held = new HeldWords();
    held.house = new HouseKey();
    held.house.secret = secret;
    return held;
  }

  private String hold() {
    return held.hold(For.RECEIPT, held.mark(MINE), WORDS, NOW);
  }

  @Test
  void it_opens_for_its_own_case_and_for_no_other() {
    assertThat(held.open(For.RECEIPT, MINE, hold(), NOW)).contains(WORDS);
    assertThat(held.open(For.RECEIPT, ANOTHER, hold(), NOW)).isEmpty();
  }

  @Test
  void it_serves_only_for_what_it_was_held() {
    assertThat(held.open(For.NEWS, MINE, hold(), NOW)).isEmpty();
  }

  @Test
  void nobody_reads_it_in_the_page() {
    assertThat(new String(Base64.getUrlDecoder().decode(hold()))).doesNotContain("wpu");
  }

  @Test
  void what_another_house_made_or_somebody_changed_does_not_open() {
    var foreign = of("another secret of another house");
    var made = foreign.hold(For.RECEIPT, held.mark(MINE), WORDS, NOW);
    assertThat(held.open(For.RECEIPT, MINE, made, NOW)).isEmpty();
    assertThat(held.open(For.RECEIPT, MINE, hold().substring(3), NOW)).isEmpty();
    assertThat(held.open(For.RECEIPT, MINE, "not base64!", NOW)).isEmpty();
    assertThat(held.open(For.RECEIPT, MINE, "", NOW)).isEmpty();
  }

  @Test
  void after_a_day_it_is_nothing() {
    var day = NOW.plus(Duration.ofDays(1));
    assertThat(held.open(For.RECEIPT, MINE, hold(), day)).isPresent();
    assertThat(held.open(For.RECEIPT, MINE, hold(), day.plusSeconds(1))).isEmpty();
  }
}
