package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.isonomia.intake.application.CarriedDraft.Carried;
import org.isonomia.intake.domain.Answers;
import org.isonomia.privacy.UnderKey;
import org.junit.jupiter.api.Test;

/** What a page carries brings a draft back, in the same browser only, and as it was. */
class CarriedDraftTest {
  private static final Instant BEGUN = Instant.parse("2027-01-29T10:00:00.123Z");
  private static final Instant NOW = Instant.parse("2027-01-29T10:01:30Z");
  private static final String WORDS = "Nie wpuścili nas";

  private final CarriedDraft carrying = of("a secret of this house that is long");

  private static CarriedDraft of(String secret) {
    var carrying = new CarriedDraft();
    carrying.house = new HouseKey();
    carrying.house.secret = secret;
    return carrying;
  }

  private static Carried draft(String words) {
    return new Carried(Answers.none().with(Map.of("narrative", List.of(words))), "2027-01", BEGUN);
  }

  private String carried() {
    return carrying.carry("cookie", draft(WORDS), NOW);
  }

  @Test
  void everything_comes_back_also_when_it_was_begun() {
    var back = carrying.open("cookie", carried(), NOW.plusSeconds(60)).orElseThrow();
    assertThat(back.answers().text("narrative")).isEqualTo(WORDS);
    assertThat(back.begun()).isEqualTo(BEGUN);
    assertThat(back.questionnaire()).isEqualTo("2027-01");
  }

  @Test
  void nobody_reads_it_on_the_page_or_opens_it_with_another_cookie() {
    var lies =
        new String(
            Base64.getUrlDecoder().decode(carried()), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(lies).doesNotContain("wpu");
    assertThat(carrying.open("another", carried(), NOW)).isEmpty();
  }

  @Test
  void what_the_house_did_not_sign_is_not_read() {
    // the bearer has the key and could seal an earlier beginning
    assertThat(carrying.open("cookie", of("another house").carry("cookie", draft(WORDS), NOW), NOW))
        .isEmpty();
    var own = UnderKey.seal("cookie", "carried draft", new byte[200]).bytes();
    assertThat(carrying.open("cookie", Base64.getUrlEncoder().encodeToString(own), NOW)).isEmpty();
    for (var rubbish : List.of("x", "!!", "AAAA", carried().substring(8))) {
      assertThat(carrying.open("cookie", rubbish, NOW)).as(rubbish).isEmpty();
    }
  }

  @Test
  void after_a_day_it_brings_nothing_back() {
    assertThat(carrying.open("cookie", carried(), NOW.plus(Duration.ofDays(1)))).isPresent();
    assertThat(carrying.open("cookie", carried(), NOW.plus(Duration.ofDays(1)).plusSeconds(1)))
        .isEmpty();
  }

  @Test
  void a_report_that_would_make_the_page_too_heavy_is_not_carried() {
    assertThat(carrying.carry("cookie", draft("ż".repeat(60_000)), NOW)).isEmpty();
  }
}
