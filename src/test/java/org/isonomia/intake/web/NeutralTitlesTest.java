package org.isonomia.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.junit.jupiter.api.Test;

/** The title of a page stays in the browser's history, also of pages that are seldom reached. */
class NeutralTitlesTest {
  private static final Path PAGES = Path.of("src/main/jte/intake");
  private static final Pattern TITLE =
      Pattern.compile(
          "@template\\.page\\.layout\\(frame = frame, title = frame\\.t\\(\"([^\"]+)\"");

  private static final Pattern TELLING =
      Pattern.compile(
          "dyskrymin|discrimin|дискримін|równ|рівн|equal|report|zgłosz|звернен|skarg|скарг"
              + "|complain|petyc|petition|петиц|sygnał|signal|сигнал|withdraw|wycof|відклик|erase"
              + "|usun|видал|right|praw[ao]|прав[ао]",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  @Test
  void no_title_of_a_page_of_residents_says_what_it_is_about() throws IOException {
    var looked = new ArrayList<String>();
    var telling = new ArrayList<String>();
    try (var pages = Files.walk(PAGES)) {
      for (var page : pages.filter(p -> p.toString().endsWith(".jte")).toList()) {
        var title = TITLE.matcher(Files.readString(page));
        // the desk's pages are of the staff
        if (page.getFileName().toString().startsWith("desk") || !title.find()) {
          continue;
        }
        for (var language : Language.values()) {
          var words = Texts.of(language).t(title.group(1), "number", 1, "of", 2);
          looked.add(words);
          if (TELLING.matcher(words).find()) {
            telling.add(page.getFileName() + ": " + words);
          }
        }
      }
    }
    assertThat(looked).hasSizeGreaterThan(60);
    assertThat(telling).isEmpty();
  }
}
