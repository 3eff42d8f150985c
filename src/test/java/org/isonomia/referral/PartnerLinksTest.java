package org.isonomia.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.isonomia.referral.application.PartnerLinks;
import org.isonomia.referral.domain.PinTry;
import org.junit.jupiter.api.Test;

class PartnerLinksTest {
  private static final ReferralNumber ONE = new ReferralNumber("RF-2027-00001");
  private static final ReferralNumber TWO = new ReferralNumber("RF-2027-00002");
  private static final Instant NOW = Instant.parse("2027-03-09T09:00:00Z");
  private final PartnerLinks links =
      new PartnerLinks("a secret of the house", "https://city.example");

  @Test
  void the_same_issue_gives_the_same_link_so_that_no_table_keeps_it() {
    assertThat(links.token(ONE, 1))
        .isEqualTo(links.token(ONE, 1))
        .hasSize(22)
        .matches("[A-Za-z0-9_-]+");
    assertThat(links.address(ONE, 1)).isEqualTo("https://city.example/p/" + links.token(ONE, 1));
  }

  @Test
  void another_number_issue_or_secret_gives_another_link() {
    var tokens = new HashSet<String>();
    tokens.add(links.token(ONE, 1));
    tokens.add(links.token(ONE, 2));
    tokens.add(links.token(TWO, 1));
    tokens.add(new PartnerLinks("another secret", "").token(ONE, 1));
    assertThat(tokens).hasSize(4);
  }

  @Test
  void the_hash_does_not_show_the_token() {
    var token = links.token(ONE, 1);
    assertThat(PartnerLinks.hash(token)).hasSize(64).doesNotContain(token);
  }

  @Test
  void after_ten_wrong_pins_a_link_rests_for_fifteen_minutes() {
    var pinTry = new PinTry(0, null);
    for (var i = 1; i < PinTry.TRIES; i++) {
      pinTry = pinTry.afterWrong(NOW);
      assertThat(pinTry.isClosed(NOW)).as("after %s", i).isFalse();
    }
    pinTry = pinTry.afterWrong(NOW);
    assertThat(pinTry.isClosed(NOW)).isTrue();
    assertThat(pinTry.isClosed(NOW.plus(Duration.ofMinutes(15)).minusSeconds(1))).isTrue();
    assertThat(pinTry.isClosed(NOW.plus(Duration.ofMinutes(15)))).isFalse();
  }

  @Test
  void a_right_pin_forgets_the_wrong_ones() {
    assertThat(new PinTry(9, null).afterRight()).isEqualTo(new PinTry(0, null));
  }

  @Test
  void guessing_a_pin_takes_years_on_the_average() {
    var perDay = PinTry.TRIES * Duration.ofDays(1).dividedBy(PinTry.PAUSE);
    assertThat(500_000 / perDay / 365.0).isGreaterThan(1);
  }
}
