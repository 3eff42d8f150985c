package org.isonomia.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest {
  @Test
  void a_browser_gets_the_best_of_our_languages_and_polish_otherwise() {
    assertThat(Language.accepted(null)).isEqualTo(Language.PL);
    assertThat(Language.accepted("de-DE,de;q=0.9")).isEqualTo(Language.PL);
    assertThat(Language.accepted("ru,uk;q=0.8,en;q=0.5")).isEqualTo(Language.UK);
    assertThat(Language.accepted("en-US,en;q=0.5")).isEqualTo(Language.EN);
    assertThat(Language.accepted("en;q=0.2,pl;q=0.9")).isEqualTo(Language.PL);
    assertThat(Language.accepted(";;;q=x")).isEqualTo(Language.PL);
  }

  @Test
  void the_first_segment_of_a_path_is_the_language() {
    assertThat(Language.ofPath("/uk/report")).contains(Language.UK);
    assertThat(Language.ofPath("/pl/")).contains(Language.PL);
    assertThat(Language.ofPath("/en")).contains(Language.EN);
    assertThat(Language.ofPath("/english")).isEmpty();
    assertThat(Language.ofPath("/casework/pl/")).isEmpty();
  }

  @Test
  void a_page_links_to_itself_in_the_other_languages() {
    Frame frame = Frame.of(Language.UK, "/uk/report/when");
    assertThat(frame.languages())
        .extracting(Frame.LanguageLink::href)
        .containsExactly("/pl/report/when", "/en/report/when", "/uk/report/when");
    assertThat(frame.audience()).isEqualTo(Audience.RESIDENT);
    assertThat(Frame.of(Language.PL, "/sign-in").audience()).isEqualTo(Audience.GUEST);
  }
}
