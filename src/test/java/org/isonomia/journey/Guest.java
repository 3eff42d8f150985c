package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.isonomia.page.Language;

/**
 * One person at a browser. Every page that is reached is looked at: no violation of WCAG 2.2 AA, no
 * sideways scroll, no error in the console, no request to another host, a language, a title, one
 * main heading.
 */
final class Guest implements AutoCloseable {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** Elements whose words do not fit into what is seen of them. */
  private static final String CUT_OFF =
      """
      Array.from(document.querySelectorAll('main *'))
        .filter(e => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX)
          && !e.closest('.govuk-visually-hidden') && e.clientWidth > 1
          && e.scrollWidth > e.clientWidth + 1)
        .map(e => e.outerHTML.slice(0, 120))
      """;

  private final URI base;
  private final BrowserContext context;
  private final boolean scripts;
  private final List<String> complaints = new ArrayList<>();
  private final Set<String> examined = new HashSet<>();
  final Page page;

  Guest(Browser browser, URI base, int width, boolean scripts) {
    this.base = base;
    this.scripts = scripts;
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 850)
                .setJavaScriptEnabled(scripts)
                .setLocale("pl-PL"));
    context.setDefaultTimeout(20_000);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")
              && !message.text().contains("the server responded with a status of 4")) {
            complaints.add("console at " + page.url() + ": " + message.text());
          }
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(base.toString()) && !request.url().startsWith("data:")) {
            complaints.add("a request to another host: " + request.url());
          }
        });
  }

  static Guest phone(Browser browser, URI base) {
    return new Guest(browser, base, 320, true);
  }

  static Guest phoneWithoutScripts(Browser browser, URI base) {
    return new Guest(browser, base, 320, false);
  }

  static Guest desk(Browser browser, URI base) {
    return new Guest(browser, base, 1200, true);
  }

  Guest open(String path) {
    var response = page.navigate(base + path);
    assertThat(response.status()).as(path).isEqualTo(200);
    look();
    return this;
  }

  /** One click on the sign-in page of the demo city. */
  Guest signIn(String login) {
    page.navigate(base + "/sign-in");
    look();
    page.locator("form:has(input[name=demo][value=" + login + "]) button").click();
    look();
    return this;
  }

  /** Follows the first link to this address, on whatever page it stands. */
  Guest follow(String href) {
    page.locator("a[href='" + href + "']").first().click();
    look();
    return this;
  }

  Guest fill(String field, String text) {
    Canaries.add(text);
    page.locator("[name='" + field + "']").first().fill(text);
    return this;
  }

  Guest choose(String field, String value) {
    var control = page.locator("[name='" + field + "']").first();
    if ("SELECT".equalsIgnoreCase(control.evaluate("e => e.tagName").toString())) {
      control.selectOption(value);
    } else {
      tick(field, value);
    }
    return this;
  }

  /** A radio button or checkbox; also without scripts. */
  Guest tick(String field, String value) {
    page.locator("input[name='" + field + "'][value='" + value + "']").check();
    return this;
  }

  /** Sends the form that posts to this address, with its first button. */
  Guest send(String action) {
    page.locator("form[action='" + action + "'] button[type=submit]").first().click();
    look();
    return this;
  }

  /** Sends the form that holds this field, with its first button. */
  Guest sendFormOf(String field) {
    page.locator("form:has([name='" + field + "']) button[type=submit]").first().click();
    look();
    return this;
  }

  /** Sends with a certain button. */
  Guest press(String name, String value) {
    page.locator("button[name='" + name + "'][value='" + value + "']").first().click();
    look();
    return this;
  }

  Guest sees(String words) {
    assertThat(text()).contains(words);
    return this;
  }

  String text() {
    return page.locator("main").innerText();
  }

  String path() {
    return URI.create(page.url()).getPath();
  }

  /** Examines the page one stands on; the same address once only. */
  void look() {
    page.waitForLoadState();
    var where = page.url().replaceAll("[0-9a-f-]{36}|\\d{5,}", "#");
    if (!examined.add(where)) {
      return;
    }
    assertThat(page.locator("html").getAttribute("lang"))
        .as("language of " + where)
        .isIn(Arrays.stream(Language.values()).map(Language::tag).toArray());
    assertThat(page.locator("h1").count()).as("main headings of " + where).isEqualTo(1);
    assertThat(page.title()).as("title of " + where).isNotBlank();
    if (scripts) {
      assertThat(
              (Boolean)
                  page.evaluate(
                      "document.documentElement.scrollWidth > document.documentElement.clientWidth"))
          .as("sideways scroll of " + where)
          .isFalse();
      assertThat(page.evaluate(CUT_OFF)).as("words cut off at " + where).isEqualTo(List.of());
      var violations = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
      assertThat(
              violations.stream()
                  .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                  .collect(Collectors.joining("\n")))
          .as("axe at " + where)
          .isEmpty();
    }
    assertThat(complaints).isEmpty();
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).isEmpty();
  }
}
