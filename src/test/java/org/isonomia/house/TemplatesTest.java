package org.isonomia.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every page finds its template, and the template takes what the page gives by its name. */
class TemplatesTest {
  private static final Pattern VIEW =
      Pattern.compile("View\\s*\\.of\\(\\s*\"([a-z0-9/-]+[a-z0-9])\"[,)]");
  private static final Pattern PARAMETER =
      Pattern.compile("(?m)^@param [\\w.<>, ]+ (\\w+)( =.*)?$");

  @Test
  void a_template_of_a_page_takes_the_frame_and_m_and_nothing_else() throws IOException {
    var names = new TreeSet<String>();
    try (var sources = Files.walk(Path.of("src/main/java"))) {
      for (var source :
          sources
              .filter(
                  file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
              .toList()) {
        VIEW.matcher(Files.readString(source))
            .results()
            .forEach(found -> names.add(found.group(1)));
      }
    }
    assertThat(names).hasSizeGreaterThan(80);
    for (var name : names) {
      var template = Files.readString(Path.of("src/main/jte", name + ".jte"));
      assertThat(PARAMETER.matcher(template).results().map(found -> found.group(1)))
          .as(name)
          .isSubsetOf("frame", "m");
    }
  }
}
