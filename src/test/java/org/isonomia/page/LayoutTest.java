package org.isonomia.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private final Templates templates = new Templates();

  @Test
  void a_residents_page_has_a_neutral_title_an_exit_and_three_languages() {
    String html = render(Frame.of(Language.UK, "/uk/report/when"));
    assertThat(html)
        .contains("<html lang=\"uk\"", "– Краків</title>", "href=\"/exit?lang=uk\"", "exit-")
        .contains("href=\"/pl/report/when\"", "href=\"/en/report/when\"")
        .doesNotContain("iso-signout");
  }

  @Test
  void a_page_of_staff_has_a_navigation_and_no_exit() {
    String html = render(Frame.of("/casework/cases", new Somebody()));
    assertThat(html)
        .contains("<html lang=\"en\"", "Anna &lt;b&gt;", "action=\"/sign-out\"", "noindex")
        .contains("aria-current=\"page\"")
        .doesNotContain("href=\"/exit", "exit-");
  }

  @Test
  void every_page_has_one_heading_and_nothing_inline() {
    for (Frame frame : List.of(Frame.of(Language.PL, "/pl/"), Frame.of("/x", new Somebody()))) {
      String html = render(frame);
      assertThat(html.split("<h1", -1)).hasSize(2);
      assertThat(html)
          .contains("id=\"main\"", "href=\"#main\"")
          .doesNotContain("style=", "onclick", "http://");
    }
  }

  @Test
  void a_fault_tells_its_number_and_no_more() {
    ProblemPage page =
        ProblemPage.of(Texts.of(Language.EN), 500, "FAULT", "fault", List.of(), "ABCD2345");
    String html = templates.render(View.of("page/problem", page), Frame.of(Language.EN, "/en/"));
    assertThat(html).contains("ABCD2345").doesNotContain("Exception");
  }

  @Test
  void every_kind_of_refusal_has_words() {
    for (Problem.Kind kind : Problem.Kind.values()) {
      for (Language language : Language.values()) {
        assertThat(Texts.of(language).has("page.problem." + kind)).as(kind.name()).isTrue();
        assertThat(Texts.of(language).has("page.problem." + kind + ".title"))
            .as(kind.name())
            .isTrue();
      }
    }
  }

  private String render(Frame frame) {
    ProblemPage page = ProblemPage.of(frame.t(), 404, "NOT_FOUND", "not-found", List.of(), null);
    return templates.render(View.of("page/problem", page), frame);
  }

  private static final class Somebody implements Reader {
    @Override
    public boolean signedIn() {
      return true;
    }

    @Override
    public Language language() {
      return Language.EN;
    }

    @Override
    public String displayName() {
      return "Anna <b>";
    }

    @Override
    public List<NavItem> nav() {
      return List.of(
          new NavItem("page.nav", "/casework"), new NavItem("page.done", "/casework/cases"));
    }
  }
}
