package org.isonomia.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AssetsTest {
  private static final int FIRST_VIEW = 50 * 1024;

  /** Left of the first view for the page itself and the headers of all answers. */
  private static final int PAGE_AND_HEADERS = 10 * 1024;

  private final Assets assets = new Assets();

  @Test
  void the_first_view_in_polish_stays_in_its_budget() {
    int bytes =
        wire(
            "site.css",
            "exit.js",
            "icon.svg",
            "isonomia-sans-latin.woff2",
            "isonomia-sans-polish.woff2",
            "isonomia-sans-own-names.woff2");
    assertThat(bytes).isLessThan(FIRST_VIEW - PAGE_AND_HEADERS);
  }

  @Test
  void the_first_view_in_ukrainian_stays_in_its_budget() {
    int bytes =
        wire(
            "site.css",
            "exit.js",
            "icon.svg",
            "isonomia-sans-latin.woff2",
            "isonomia-sans-cyrillic.woff2");
    assertThat(bytes).isLessThan(FIRST_VIEW - PAGE_AND_HEADERS + 2 * 1024);
  }

  @Test
  void the_style_sheet_loads_from_here_only_and_by_hashed_names() {
    String css = new String(asset("site.css").bytes(), StandardCharsets.UTF_8);
    List<String> urls =
        Pattern.compile("url\\(([^)]*)\\)").matcher(css).results().map(m -> m.group(1)).toList();
    assertThat(urls)
        .isNotEmpty()
        .allMatch(url -> url.matches("/assets/isonomia-sans-[a-z-]+-[0-9a-f]{12}\\.woff2"));
    assertThat(css.contains("@import")).isFalse();
    assertThat(css.contains("GDS Transport")).isFalse();
  }

  @Test
  void an_address_is_good_only_with_the_hash_of_the_content() {
    String url = assets.url("exit.js");
    assertThat(url).matches("/assets/exit-[0-9a-f]{12}\\.js");
    assertThat(assets.find(url.substring("/assets/".length()))).isPresent();
    assertThat(assets.find("exit-000000000000.js")).isEmpty();
    assertThat(assets.find("exit.js")).isEmpty();
    assertThat(assets.find("../text/page_pl-000000000000.properties")).isEmpty();
    assertThat(assets.find("none-000000000000.css")).isEmpty();
  }

  @Test
  void a_template_that_names_no_asset_fails() {
    assertThatThrownBy(() -> assets.url("none.css")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_fonts_come_with_their_licence() {
    String licence = new String(asset("isonomia-sans-licence.txt").bytes(), StandardCharsets.UTF_8);
    assertThat(licence)
        .contains("SIL OPEN FONT LICENSE Version 1.1")
        .contains("Reserved Font Name");
  }

  private int wire(String... names) {
    int sum = 0;
    for (String name : names) {
      Assets.Asset asset = asset(name);
      sum += asset.gzip() == null ? asset.bytes().length : asset.gzip().length;
    }
    return sum;
  }

  private Assets.Asset asset(String name) {
    return assets.find(assets.url(name).substring("/assets/".length())).orElseThrow();
  }
}
