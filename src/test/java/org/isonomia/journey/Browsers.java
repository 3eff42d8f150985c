package org.isonomia.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Chromium as the system has it; nothing is downloaded. */
public final class Browsers {
  /** Letters at 200 per cent, as somebody sets them in the browser: 32 instead of 16 pixels. */
  public static final String TWICE_AS_LARGE = "--blink-settings=defaultFontSize=32";

  private Browsers() {}

  /**
   * The browser's executable: system property {@code ui.browser}, else where systems put it; null
   * without one.
   */
  public static Path executable() {
    return Stream.of(
            System.getProperty("ui.browser", ""),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .filter(path -> !path.isBlank())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  /**
   * For {@code @EnabledIf}: says why the browser tests do not run, unless {@code ui.required} makes
   * their absence a failure.
   */
  public static boolean available() {
    if (executable() != null) {
      return true;
    }
    if (Boolean.getBoolean("ui.required")) {
      throw new IllegalStateException("no Chromium, and ui.required is true");
    }
    System.out.println(
        "Browser tests are skipped: no Chromium here. Install it, or name one with -Dui.browser=<path>.");
    return false;
  }

  public static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  /**
   * @param more further switches, such as {@link #TWICE_AS_LARGE}
   */
  public static Browser launch(Playwright playwright, String... more) {
    var switches =
        Stream.concat(
            Stream.of(
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--force-color-profile=srgb"),
            Stream.of(more));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(executable())
                .setHeadless(true)
                .setArgs(switches.toList()));
  }
}
