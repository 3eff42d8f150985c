package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Walks the pages that links lead to, as nobody and as each role, in a browser: nothing that the
 * content security policy would stop, no style or script inside a page, nothing from elsewhere.
 */
@EnabledIf("org.isonomia.journey.Browsers#available")
class ContentPolicyIT {
  private static final int PAGES_EACH = 14;
  private static final String LISTEN =
      "window.stopped = []; document.addEventListener('securitypolicyviolation',"
          + " e => window.stopped.push(e.violatedDirective + ' ' + e.blockedURI));";
  private static final String INLINE =
      "[...document.querySelectorAll('style, script:not([src]), [style]'),"
          + " ...[...document.querySelectorAll('*')].filter(e => [...e.attributes]"
          + ".some(a => a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value)))]"
          + ".map(e => e.outerHTML.slice(0, 120)).join(' ; ')";

  private static Playwright playwright;
  private static Browser browser;
  private static URI base;

  @BeforeAll
  static void start() {
    base = Program.shared().baseUrl();
    playwright = Browsers.playwright();
    browser = Browsers.launch(playwright);
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @Test
  void no_page_of_any_role_needs_more_than_the_policy_gives() throws IOException {
    var wrong = new ArrayList<String>();
    var seen = new HashSet<String>();
    walk(
        "",
        List.of("/pl/", "/en/", "/uk/", "/pl/mailbox", "/sign-in", "/no-such-page"),
        seen,
        wrong);
    for (var login : oneOfEachRole()) {
      walk(login, List.of("/me"), seen, wrong);
    }
    assertThat(wrong).isEmpty();
    assertThat(seen).as("different pages looked at").hasSizeGreaterThan(30);
  }

  private static List<String> oneOfEachRole() throws IOException {
    var logins = new ArrayList<String>();
    var roles = new HashSet<JsonArray>();
    try (var in = Files.newInputStream(Path.of("src/main/resources/demo/people.json"));
        var reader = Json.createReader(in)) {
      for (var value : reader.readArray()) {
        var person = value.asJsonObject();
        if (roles.add(person.getJsonArray("roles"))) {
          logins.add(person.getString("login"));
        }
      }
    }
    return logins;
  }

  private void walk(String login, List<String> first, Set<String> seen, List<String> wrong) {
    try (var context = browser.newContext()) {
      context.setDefaultTimeout(30_000);
      context.addInitScript(LISTEN);
      var page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.text().contains("Content Security Policy")) {
              wrong.add(page.url() + " as " + login + ": " + message.text());
            }
          });
      page.onRequest(
          request -> {
            if (!request.url().startsWith(base.toString())) {
              wrong.add(page.url() + " as " + login + " asks for " + request.url());
            }
          });
      if (!login.isEmpty()) {
        page.navigate(base + "/sign-in");
        page.locator("form:has(input[name=demo][value=" + login + "]) button").click();
        page.waitForLoadState();
      }
      var waiting = new ArrayDeque<>(first);
      var known = new HashSet<>(first);
      int looked = 0;
      while (!waiting.isEmpty() && looked < PAGES_EACH) {
        var path = waiting.removeFirst();
        page.navigate(base + path);
        look(page, login, wrong);
        for (var link : links(page)) {
          // one page of a kind is enough, whoever opened it before
          if (known.add(link) && seen.add(login + kind(link))) {
            waiting.addLast(link);
          }
        }
        looked++;
      }
    }
  }

  private static void look(Page page, String login, List<String> wrong) {
    var stopped = String.valueOf(page.evaluate("(window.stopped || []).join(' ; ')"));
    if (!stopped.isEmpty()) {
      wrong.add(page.url() + " as " + login + " was stopped: " + stopped);
    }
    var inline = String.valueOf(page.evaluate(INLINE));
    if (!inline.isEmpty()) {
      wrong.add(page.url() + " as " + login + " holds " + inline);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> links(Page page) {
    var all =
        (List<String>)
            page.evaluate(
                "[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"
                    + ".filter(h => h.startsWith('/') && !h.startsWith('//'))"
                    + ".filter(h => !/^\\/(exit|assets|casework\\/cases\\/[^/]+\\/files|.*\\/csv$)/.test(h))"
                    + ".map(h => h.replace(/#.*/, ''))");
    return all;
  }

  private static String kind(String path) {
    return path.replaceFirst("\\?.*", "").replaceAll("[A-Z]{1,2}-[0-9A-F-]+|\\d+", "#");
  }
}
