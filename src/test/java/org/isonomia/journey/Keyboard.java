package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * Somebody who uses no mouse: goes from control to control with Tab, chooses with the arrows and
 * the space bar, presses with Enter. Never clicks, never sets a field by program.
 */
final class Keyboard {
  /** No page of a resident has as many places to stop at. */
  private static final int MOST_STOPS = 160;

  private final Guest guest;
  private final Page page;

  Keyboard(Guest guest) {
    this.guest = guest;
    this.page = guest.page;
  }

  Keyboard type(String field, String words) {
    Canaries.add(words);
    to("main [name='" + field + "']");
    page.keyboard().press("Control+A");
    page.keyboard().type(words);
    return this;
  }

  /** A radio button or a checkbox. */
  Keyboard choose(String field, String value) {
    var wanted = "main input[name='" + field + "'][value='" + value + "']";
    if ("checkbox".equals(page.locator(wanted).getAttribute("type"))) {
      to(wanted);
      if (!page.locator(wanted).isChecked()) {
        page.keyboard().press("Space");
      }
      return this;
    }
    // Tab comes to one button of the group only; the arrows go on from there
    to("main input[name='" + field + "']");
    page.keyboard().press("Space");
    for (var i = 0; i < MOST_STOPS && !page.locator(wanted).isChecked(); i++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(page.locator(wanted).isChecked()).as(field + " " + value).isTrue();
    return this;
  }

  /** Goes to a link or button and presses it. */
  Keyboard press(String selector) {
    to(selector);
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
    guest.look();
    return this;
  }

  /** Goes on with Tab until one of these has the focus, which has to be seen there. */
  private void to(String selector) {
    var wanted = page.locator(focused(selector));
    for (var i = 0; i < MOST_STOPS && wanted.count() == 0; i++) {
      page.keyboard().press("Tab");
    }
    assertThat(wanted.count()).as("Tab comes to " + selector + " on " + page.url()).isOne();
    assertThat(seen(wanted)).as("it is seen, nothing lies over it: " + selector).isTrue();
  }

  private static String focused(String selector) {
    return selector + ":focus";
  }

  /** WCAG 2.2, 2.4.7 and 2.4.11: in the window, marked, and not wholly under something else. */
  private static boolean seen(Locator control) {
    return (Boolean)
        control.evaluate(
            """
            e => {
              const shown = e.labels && e.labels.length > 0 && e.type !== 'text' ? e.labels[0] : e;
              const box = shown.getBoundingClientRect();
              const spots = [[0.5, 0.5], [0.05, 0.2], [0.95, 0.2], [0.05, 0.8], [0.95, 0.8]];
              return spots.some(([x, y]) => {
                const at = document.elementFromPoint(
                    box.left + box.width * x, box.top + box.height * y);
                return at !== null && (at === e || shown.contains(at) || at.contains(e));
              });
            }
            """);
  }
}
