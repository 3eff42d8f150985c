package org.isonomia.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameOriginTest {
  private static final String HOST = "rowne.example";
  private static final String BASE = "https://public.example";

  private static boolean own(String site, String origin, String referer, boolean marker) {
    return SameOrigin.own(site, origin, referer, HOST, BASE, marker);
  }

  @Test
  void a_browser_that_says_where_it_comes_from_is_believed() {
    assertThat(own("same-origin", null, null, false)).isTrue();
    assertThat(own("none", null, null, false)).isTrue();
    assertThat(own("cross-site", null, null, true)).isFalse();
    assertThat(own("same-site", null, null, true)).isFalse();
    assertThat(own("cross-site", "https://" + HOST, null, true)).isFalse();
  }

  @Test
  void our_own_referrer_policy_makes_the_origin_null_and_that_is_no_offence() {
    assertThat(own("same-origin", "null", null, false)).isTrue();
  }

  @Test
  void without_it_the_origin_must_be_the_public_address() {
    assertThat(own(null, "https://PUBLIC.example", null, false)).isTrue();
    assertThat(own(null, "http://public.example", null, true)).isFalse();
    assertThat(own(null, "https://evil.example", null, true)).isFalse();
    assertThat(own(null, "https://" + HOST + ".evil.example", null, true)).isFalse();
    assertThat(own(null, "https://" + HOST + "@evil.example", null, true)).isFalse();
    assertThat(own(null, "https://" + HOST + ":8443", null, true)).isFalse();
    assertThat(own(null, "not an origin", null, true)).isFalse();
  }

  @Test
  void without_an_origin_the_referrer_must_be_ours() {
    assertThat(own(null, null, BASE + "/pl/report", false)).isTrue();
    assertThat(own(null, "null", "https://evil.example/", true)).isFalse();
  }

  @Test
  void an_old_browser_that_says_nothing_must_send_our_strict_cookie() {
    assertThat(own(null, null, null, true)).isTrue();
    assertThat(own(null, "null", null, true)).isTrue();
    assertThat(own(null, null, null, false)).isFalse();
    assertThat(own(null, "null", null, false)).isFalse();
  }

  @Test
  void a_forged_host_does_not_make_its_own_site_ours() {
    assertThat(own(null, "https://" + HOST, null, true)).isFalse();
    assertThat(own(null, null, "https://" + HOST + "/pl/report", true)).isFalse();
  }

  @Test
  void on_this_very_machine_the_name_one_reached_it_by_is_its_own() {
    assertThat(SameOrigin.own(null, "http://localhost:8080", null, "localhost:8080", BASE, false))
        .isTrue();
    assertThat(SameOrigin.own(null, "http://localhost:9090", null, "localhost:8080", BASE, true))
        .isFalse();
    assertThat(SameOrigin.own(null, "http://localhost:8080", null, "public.example", BASE, true))
        .isFalse();
  }

  @Test
  void a_missing_base_address_matches_nothing() {
    assertThat(SameOrigin.own(null, "https://", null, HOST, "", false)).isFalse();
    assertThat(SameOrigin.own(null, "file:///x", null, HOST, "", true)).isFalse();
  }
}
