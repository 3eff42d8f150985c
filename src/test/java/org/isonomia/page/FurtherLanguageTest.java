package org.isonomia.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A language that nobody wrote code for: a line of data and its files of texts. Every page of a
 * resident in such a language is looked at on the running program (FurtherLanguageIT).
 */
class FurtherLanguageTest {
  private static final Path TEXTS = Path.of("src/main/resources/text");

  @TempDir Path invented;

  private URLClassLoader program() throws Exception {
    var text = Files.createDirectory(invented.resolve("text"));
    Files.writeString(
        text.resolve("languages"),
        Files.readString(TEXTS.resolve("languages")) + "xx eo Zmyślony język\n");
    try (var files = Files.newDirectoryStream(TEXTS, "*_pl.properties")) {
      for (var file : files) {
        var name = file.getFileName().toString().replace("_pl.", "_xx.");
        Files.copy(file, text.resolve(name));
      }
    }
    var path = new ArrayList<URL>(List.of(invented.toUri().toURL()));
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  @Test
  void it_appears_complete_on_every_page_and_reports_may_be_told_in_it() throws Exception {
    try (var program = program()) {
      var languages = program.loadClass(Language.class.getName());
      var of = languages.getMethod("of", String.class);
      var xx = ((Optional<?>) of.invoke(null, "xx")).orElseThrow();
      assertThat(languages.getMethod("ownName").invoke(xx)).isEqualTo("Zmyślony język");
      assertThat(Arrays.toString((Object[]) languages.getMethod("values").invoke(null)))
          .isEqualTo("[pl, en, uk, xx]");

      var texts = program.loadClass(Texts.class.getName());
      var words = texts.getMethod("of", languages).invoke(null, xx);
      assertThat((Set<?>) texts.getMethod("keys").invoke(words))
          .isEqualTo(Texts.of(Language.PL).keys());
      assertThat(
              texts
                  .getMethod("t", String.class, Object[].class)
                  .invoke(words, "page.continue", new Object[0]))
          .isEqualTo("Dalej");

      var frames = program.loadClass(Frame.class.getName());
      var frame =
          frames.getMethod("of", languages, String.class).invoke(null, xx, "/xx/form/story");
      assertThat(frames.getMethod("audience").invoke(frame)).hasToString("RESIDENT");
      assertThat(frames.getMethod("languages").invoke(frame).toString())
          .contains("/xx/form/story", "/uk/form/story");

      var page = page(program, languages, xx, texts, words);
      assertThat(page).contains("<html lang=\"xx\"", "Zmyślony język", "/uk/");
      assertThat(page)
          .contains(
              (String)
                  texts
                      .getMethod("t", String.class, Object[].class)
                      .invoke(words, "page.problem.NOT_FOUND.title", new Object[0]));

      var codes = program.loadClass("org.isonomia.intake.domain.Codes");
      assertThat((Set<?>) codes.getField("LANGUAGES").get(null))
          .isEqualTo(Set.of("pl", "en", "uk", "xx"));

      // its texts can be translated into Polish, and it has the name it gives itself
      var written = program.loadClass("org.isonomia.casework.application.WrittenIn");
      assertThat((List<?>) written.getMethod("tags").invoke(null)).asList().contains("xx");
      assertThat(written.getMethod("name", String.class, texts).invoke(null, "xx", words))
          .isEqualTo("Zmyślony język");
    }
  }

  /** A page in that language, as its reader gets it. */
  private static String page(
      ClassLoader program, Class<?> languages, Object language, Class<?> texts, Object words)
      throws Exception {
    var frames = program.loadClass(Frame.class.getName());
    var views = program.loadClass(View.class.getName());
    var problems = program.loadClass(ProblemPage.class.getName());
    var of =
        problems.getDeclaredMethod(
            "of", texts, int.class, String.class, String.class, List.class, String.class);
    of.setAccessible(true);
    var problem = of.invoke(null, words, 404, "NOT_FOUND", "not-found", List.of(), null);
    var templates = program.loadClass(Templates.class.getName());
    var make = templates.getDeclaredConstructor();
    make.setAccessible(true);
    var render = templates.getDeclaredMethod("render", views, frames);
    render.setAccessible(true);
    var before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(program);
    try {
      return (String)
          render.invoke(
              make.newInstance(),
              views
                  .getMethod("of", String.class, Object.class)
                  .invoke(null, "page/problem", problem),
              frames.getMethod("of", languages, String.class).invoke(null, language, "/xx/"));
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void an_address_in_a_language_that_nobody_speaks_here_is_none_of_ours() {
    assertThat(Language.ofPath("/xx/form")).isEmpty();
    assertThat(Language.of("xx")).isEmpty();
  }
}
