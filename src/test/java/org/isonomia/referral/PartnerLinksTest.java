package org.isonomia.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.isonomia.privacy.LinkKeys;
import org.isonomia.privacy.PublicKeys;
import org.isonomia.referral.application.PartnerLinks;
import org.isonomia.referral.domain.PinTry;
import org.junit.jupiter.api.Test;

class PartnerLinksTest {
  private static final String ONE = "RF-2027-00001";
  private static final String TWO = "RF-2027-00002";
  private static final Instant NOW = Instant.parse("2027-03-09T09:00:00Z");

  @Test
  void a_secret_is_random_and_256_bits_long() {
    var secrets = new HashSet<String>();
    for (var i = 0; i < 100; i++) {
      secrets.add(LinkKeys.newSecret());
    }
    assertThat(secrets).hasSize(100).allMatch(s -> s.matches("[A-Za-z0-9_-]{43}"));
    var secret = secrets.iterator().next();
    assertThat(new PartnerLinks("https://city.example").address(secret))
        .isEqualTo("https://city.example/p/" + secret);
  }

  @Test
  void another_secret_pin_or_referral_gives_other_keys() {
    var secret = LinkKeys.newSecret();
    var keys =
        List.of(
            LinkKeys.of(secret, "042917", ONE),
            LinkKeys.of(secret, "042918", ONE),
            LinkKeys.of(secret, "042917", TWO),
            LinkKeys.of(LinkKeys.newSecret(), "042917", ONE));
    assertThat(keys.stream().map(k -> HexFormat.of().formatHex(k.verifier())))
        .doesNotHaveDuplicates();
    assertThat(keys.stream().map(k -> k.publicKeys().fingerprint())).doesNotHaveDuplicates();
    assertThat(LinkKeys.of(secret, "042917", ONE).publicKeys()).isEqualTo(keys.get(0).publicKeys());
  }

  @Test
  void the_public_half_lies_in_one_column_and_comes_back_the_same() {
    var keys = LinkKeys.of(LinkKeys.newSecret(), "042917", ONE).publicKeys();
    assertThat(PublicKeys.decoded(keys.encoded())).isEqualTo(keys);
    assertThat(PublicKeys.decoded(keys.encoded()).fingerprint()).isEqualTo(keys.fingerprint());
  }

  @Test
  void the_hash_does_not_show_the_token() {
    var token = LinkKeys.newSecret();
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
