package org.isonomia.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.isonomia.shared.Personal;
import org.junit.jupiter.api.Test;

/** The register of processing is made from the tables: none may be silent about persons. */
class PersonalTest {
  @Test
  void every_table_says_why_it_holds_data_of_persons() throws IOException {
    assertThat(declared()).containsAll(tables());
  }

  @Test
  void no_table_is_declared_that_is_not_there() throws IOException {
    assertThat(tables()).containsAll(declared());
  }

  private static TreeSet<String> declared() {
    var declared = new TreeSet<String>();
    for (var type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.isonomia")) {
      if (type.isAnnotatedWith(Personal.class) || type.isAnnotatedWith(Personal.Tables.class)) {
        var loaded = type.reflect();
        Arrays.stream(loaded.getAnnotationsByType(Personal.class))
            .map(p -> p.table().isEmpty() ? loaded.getAnnotation(Table.class).name() : p.table())
            .forEach(declared::add);
      }
    }
    return declared;
  }

  private static TreeSet<String> tables() throws IOException {
    var created =
        Pattern.compile(
            "(?m)^\\s*(create|drop) table (?:if (?:not )?exists )?([a-z_.]+)",
            Pattern.CASE_INSENSITIVE);
    var tables = new TreeSet<String>();
    try (var scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
      for (var script :
          scripts.filter(f -> f.getFileName().toString().startsWith("V")).sorted().toList()) {
        if (script.getFileName().toString().startsWith("V001__")) {
          continue; // the engine's own
        }
        created
            .matcher(Files.readString(script))
            .results()
            .forEach(
                r -> {
                  if (r.group(1).equalsIgnoreCase("create")) {
                    tables.add(r.group(2));
                  } else {
                    tables.remove(r.group(2));
                  }
                });
      }
    }
    return tables;
  }
}
