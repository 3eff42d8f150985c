package org.isonomia.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * The launcher's class path is visible to the application and asked first; what were on both would
 * be two classes of one name.
 */
class ClassPathIT {
  @Test
  void no_library_is_on_both_class_paths() throws IOException {
    var launcher = new TreeSet<String>();
    try (var files = Files.walk(Path.of("target/lib"))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .map(ClassPathIT::withoutVersion)
          .forEach(launcher::add);
    }
    var application = new TreeSet<String>();
    try (var war = new ZipFile("target/isonomia.war")) {
      war.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith("WEB-INF/lib/") && name.endsWith(".jar"))
          .map(name -> withoutVersion(name.substring(name.lastIndexOf('/') + 1)))
          .forEach(application::add);
      assertThat(war.stream().map(ZipEntry::getName))
          .noneMatch(name -> name.startsWith("WEB-INF/classes/org/isonomia/launch/"))
          .noneMatch(name -> name.startsWith("WEB-INF/classes/db/"));
    }
    assertThat(launcher).contains("postgresql", "flyway-core", "launch-micro");
    assertThat(application).isNotEmpty();
    Set<String> both = new HashSet<>(launcher);
    both.retainAll(application);
    assertThat(both).isEmpty();
  }

  @Test
  void no_class_of_the_launcher_s_libraries_is_in_a_library_of_the_application()
      throws IOException {
    var launcher = new HashSet<String>();
    try (var files = Files.walk(Path.of("target/lib"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
        launcher.addAll(classes(Files.newInputStream(file)));
      }
    }
    var both = new ArrayList<String>();
    try (var war = new ZipFile("target/isonomia.war")) {
      for (var entry : war.stream().filter(e -> e.getName().endsWith(".jar")).toList()) {
        for (var name : classes(war.getInputStream(entry))) {
          if (launcher.contains(name)) {
            both.add(entry.getName() + " " + name);
          }
        }
      }
    }
    assertThat(both).isEmpty();
  }

  private static Set<String> classes(InputStream jar) throws IOException {
    var names = new HashSet<String>();
    try (var in = new ZipInputStream(jar)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var name = entry.getName();
        if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.contains("-info.")) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static String withoutVersion(String jar) {
    return jar.replaceFirst("(-\\d[\\w.-]*)?\\.jar$", "");
  }
}
