package org.isonomia.administration.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.administration.application.SeeSettings.Source;
import org.junit.jupiter.api.Test;

class SeeHealthTest {
  @Test
  void a_check_that_breaks_is_down_and_says_nothing_of_why() {
    var answer =
        SeeHealth.answer(
            () -> {
              throw new IllegalStateException("ul. Lea 5");
            });
    assertThat(answer.up()).isFalse();
    assertThat(answer.toString()).doesNotContain("Lea");
  }

  @Test
  void heads_that_nobody_gets_need_somebody_though_the_audit_is_up() {
    assertThat(new SeeHealth.Check("audit", true, Map.of("headsAreMailed", "false")).needsYou())
        .isTrue();
    assertThat(new SeeHealth.Check("audit", true, Map.of("headsAreMailed", "true")).needsYou())
        .isFalse();
  }

  @Test
  void a_default_is_shown_with_the_value_that_the_code_takes() {
    var inCode = new TreeMap<String, String>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.isonomia")
            .stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field -> field.isAnnotatedWith(ConfigProperty.class))
            .map(field -> field.getAnnotationOfType(ConfigProperty.class))
            .filter(
                setting ->
                    !Set.of("", ConfigProperty.UNCONFIGURED_VALUE).contains(setting.defaultValue()))
            .forEach(setting -> inCode.put(setting.name(), setting.defaultValue()));
    assertThat(inCode).hasSizeGreaterThan(15);
    assertThat(SeeSettings.BUILT_IN).containsAllEntriesOf(inCode);
    var line = SeeSettings.line("isonomia.contact.phone", Source.DEFAULT, null);
    assertThat(line.value()).isEqualTo("12 000 00 00");
    assertThat(line.isPlaceholder()).isTrue();
    assertThat(
            SeeSettings.line("isonomia.contact.phone", Source.FILE, "12 616 00 00").isPlaceholder())
        .isFalse();
  }

  @Test
  void of_a_secret_only_whether_it_is_set_is_said() {
    for (var name :
        new String[] {"isonomia.secret", "isonomia.jdbc.password", "isonomia.jdbc.url"}) {
      var line = SeeSettings.line(name, Source.ENVIRONMENT, "jawor-1");
      assertThat(line.secret()).as(name).isTrue();
      assertThat(line.set()).isTrue();
      assertThat(line.toString()).doesNotContain("jawor-1");
      assertThat(SeeSettings.line(name, Source.DEFAULT, null).set()).isFalse();
    }
    assertThat(SeeSettings.line("isonomia.http.port", Source.FILE, "8080").value())
        .isEqualTo("8080");
  }
}
