package org.isonomia.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir Path dir;

  @Test
  void without_any_setting_it_is_a_demo_city_on_loopback_with_the_embedded_database() {
    var settings = read(Map.of());
    assertThat(settings.httpPort()).isEqualTo(8080);
    assertThat(settings.httpAddress().isLoopbackAddress()).isTrue();
    assertThat(settings.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
    assertThat(settings.dataDir()).isEqualTo(dir.resolve("data"));
    assertThat(settings.embedded()).isTrue();
    assertThat(settings.demo()).isTrue();
    assertThat(settings.mail()).isEmpty();
  }

  /** One that the launcher does not know stops the start of whoever sets it. */
  @Test
  void every_setting_that_the_code_reads_can_be_set() {
    assertThat(
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.isonomia")
                    .stream()
                    .flatMap(type -> type.getFields().stream())
                    .filter(field -> field.isAnnotatedWith(ConfigProperty.class))
                    .map(field -> field.getAnnotationOfType(ConfigProperty.class).name()))
        .isSubsetOf(Settings.KNOWN);
  }

  @Test
  void a_system_property_beats_the_environment_which_beats_the_file() throws IOException {
    Files.writeString(
        dir.resolve("isonomia.properties"),
        "isonomia.http.port=1001\nisonomia.mail.port=1002\nisonomia.demo=false\n");
    var system = new Properties();
    system.setProperty("isonomia.http.port", "3001");
    var environment = Map.of("ISONOMIA_HTTP_PORT", "2001", "ISONOMIA_DEMO", "true");
    assertThat(Settings.read(system, environment, dir).httpPort()).isEqualTo(3001);
    assertThat(Settings.read(new Properties(), environment, dir).httpPort()).isEqualTo(2001);
    assertThat(Settings.read(new Properties(), environment, dir).demo()).isTrue();
    assertThat(Settings.read(new Properties(), Map.of(), dir).httpPort()).isEqualTo(1001);
    assertThat(Settings.read(new Properties(), Map.of(), dir).demo()).isFalse();
  }

  @Test
  void an_empty_value_is_a_setting_left_out() {
    assertThat(read(Map.of("isonomia.http.port", " ")).httpPort()).isEqualTo(8080);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "isonomia.http.port | 0",
        "isonomia.http.port | 65536",
        "isonomia.http.port | eighty",
        "isonomia.http.address | localhost.example",
        "isonomia.http.address | 999.1.1.1",
        "isonomia.base.url | equality.example",
        "isonomia.base.url | ftp://equality.example",
        "isonomia.base.url | https://equality.example/path",
        "isonomia.base.url | https://equality.example?q=1",
        "isonomia.base.url | https://user@equality.example",
        "isonomia.base.url | not an address",
        "isonomia.demo | yes",
        "isonomia.log.verbose | 1",
        "isonomia.secret | too short",
        "isonomia.config | missing.properties",
        "isonomia.data.dir | /",
        "isonomia.mail.port | -1",
        "isonomia.mail.from | nobody",
        "isonomia.mail.starttls | maybe",
        "isonomia.oidc.roles.map | office=CASEHANDLER",
        "isonomia.oidc.roles.map | office=CASE_HANDLER,partners=PARTNER_USER",
        "isonomia.oidc.roles.map | CASE_HANDLER",
        "isonomia.oidc.roles.map | =CASE_HANDLER",
        "isonomia.oidc.only | true",
        "isonomia.oidc.create | yes",
      })
  void a_wrong_value_stops_the_start_with_one_sentence_that_names_the_setting(
      String name, String value) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOfSatisfying(
            StartRefused.class,
            refused -> assertThat(refused.exitCode()).isEqualTo(StartRefused.WRONG_SETTING))
        .hasMessageStartingWith("The setting " + name + " ")
        .hasMessageEndingWith(".")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "isonomia.http.prot, isonomia.http.port",
    "isonomia.htp.address, isonomia.http.address",
    "isonomia.data.directory, isonomia.data.dir",
    "isonomia.jdbc.migrationuser, isonomia.jdbc.migration.user"
  })
  void an_unknown_name_stops_the_start_and_names_the_nearest(String typed, String meant) {
    assertThatThrownBy(() -> read(Map.of(typed, "x")))
        .isInstanceOf(StartRefused.class)
        .hasMessage("The setting " + typed + " is unknown; did you mean " + meant + "?");
    var environment = Map.of(Settings.environmentName(typed), "x");
    assertThatThrownBy(() -> Settings.read(new Properties(), environment, dir))
        .hasMessageContaining(Settings.environmentName(typed))
        .hasMessageContaining(Settings.environmentName(meant));
  }

  @Test
  void the_single_sign_on_gives_every_role_but_that_of_an_institutions_user() {
    assertThat(Settings.OIDC_ROLES)
        .containsExactlyElementsOf(
            Arrays.stream(Role.values())
                .filter(role -> role != Role.PARTNER_USER)
                .map(Role::name)
                .toList());
    var map = "urząd=biuro = CASE_HANDLER , chair=COUNCIL_CHAIR,";
    assertThat(read(Map.of("isonomia.oidc.roles.map", map)).forPages())
        .containsEntry("isonomia.oidc.roles.map", map);
  }

  @Test
  void the_issuer_of_the_single_sign_on_is_reached_so_that_nobody_changes_its_words() {
    for (var issuer : List.of("http://login.miasto.example", "login", "https://a.example/?x=1")) {
      assertThatThrownBy(
              () ->
                  read(
                      Map.of(
                          "isonomia.oidc.issuer", issuer, "isonomia.oidc.client.id", "isonomia")))
          .as(issuer)
          .hasMessageStartingWith("The setting isonomia.oidc.issuer ");
    }
    for (var issuer : List.of("https://login.miasto.example/realms/a", "http://127.0.0.1:9000")) {
      read(Map.of("isonomia.oidc.issuer", issuer, "isonomia.oidc.client.id", "isonomia"));
    }
    assertThatThrownBy(() -> read(Map.of("isonomia.oidc.issuer", "https://a.example")))
        .hasMessageStartingWith("The setting isonomia.oidc.client.id ");
  }

  @Test
  void contacts_that_are_not_set_are_known_by_name_and_the_others_reach_the_pages() {
    assertThat(read(Map.of()).contactsNotSet()).isEqualTo(Settings.CONTACTS).hasSize(6);
    var settings = read(Map.of("isonomia.contact.phone", "12 616 00 00"));
    assertThat(settings.contactsNotSet())
        .hasSize(5)
        .doesNotContain("isonomia.contact.phone")
        .contains("isonomia.contact.dpo");
    assertThat(settings.forPages())
        .containsExactly(Map.entry("isonomia.contact.phone", "12 616 00 00"));
  }

  @Test
  void an_address_other_than_loopback_needs_an_https_base_url() {
    assertThatThrownBy(() -> read(Map.of("isonomia.http.address", "0.0.0.0")))
        .hasMessageContaining("isonomia.http.address")
        .hasMessageContaining("isonomia.base.url");
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "isonomia.http.address", "0.0.0.0",
                        "isonomia.base.url", "http://equality.example")))
        .hasMessageStartingWith("The setting isonomia.base.url ");
    var settings =
        read(
            Map.of(
                "isonomia.http.address", "0.0.0.0",
                "isonomia.base.url", "https://Equality.example/"));
    assertThat(settings.baseUrl()).isEqualTo(URI.create("https://equality.example"));
    assertThat(settings.demo()).as("no demo city where others can reach it").isFalse();
  }

  @Test
  void the_demo_city_stays_on_loopback_and_with_the_embedded_database() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "isonomia.demo", "true",
                        "isonomia.http.address", "0.0.0.0",
                        "isonomia.base.url", "https://equality.example")))
        .hasMessageStartingWith("The setting isonomia.demo ");
    var external = external();
    assertThat(read(external).demo()).isFalse();
    external.put("isonomia.demo", "true");
    assertThatThrownBy(() -> read(external)).hasMessageStartingWith("The setting isonomia.demo ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "isonomia.jdbc.url",
        "isonomia.jdbc.user",
        "isonomia.jdbc.password",
        "isonomia.secret"
      })
  void an_external_database_needs_address_user_password_and_a_secret(String leftOut) {
    var settings = external();
    settings.remove(leftOut);
    assertThatThrownBy(() -> read(settings))
        .hasMessageStartingWith("The setting " + leftOut + " is missing");
  }

  @Test
  void an_external_database_has_its_runtime_role_as_owner_unless_another_is_named() {
    var settings = external();
    var one = read(settings).external().orElseThrow();
    assertThat(one.migrationUser()).isEqualTo("app");
    settings.put("isonomia.jdbc.migration.user", "owner");
    assertThatThrownBy(() -> read(settings))
        .hasMessageStartingWith("The setting isonomia.jdbc.migration.password is missing");
    settings.put("isonomia.jdbc.migration.password", "owner's");
    var two = read(settings).external().orElseThrow();
    assertThat(two.migrationUser()).isEqualTo("owner");
    assertThat(two.user()).isEqualTo("app");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:h2:mem:x", "jdbc:postgresql://db/x?currentSchema=other"})
  void an_external_database_is_a_postgresql_without_a_schema(String url) {
    var settings = external();
    settings.put("isonomia.jdbc.url", url);
    assertThatThrownBy(() -> read(settings))
        .hasMessageStartingWith("The setting isonomia.jdbc.url ");
  }

  @Test
  void a_role_that_could_be_more_than_a_name_is_refused() {
    var settings = external();
    settings.put("isonomia.jdbc.user", "app'; DROP");
    assertThatThrownBy(() -> read(settings))
        .hasMessageStartingWith("The setting isonomia.jdbc.user ");
  }

  @Test
  void mail_needs_a_server_and_a_sender() {
    assertThatThrownBy(() -> read(Map.of("isonomia.mail.host", "mail.example")))
        .hasMessageStartingWith("The setting isonomia.mail.from is missing");
    assertThatThrownBy(() -> read(Map.of("isonomia.mail.from", "office@city.example")))
        .hasMessageStartingWith("The setting isonomia.mail.host is missing");
    assertThatThrownBy(() -> read(Map.of("isonomia.mail.user", "office")))
        .hasMessageStartingWith("The setting isonomia.mail.password is missing");
    var mail =
        read(Map.of(
                "isonomia.mail.host", "mail.example",
                "isonomia.mail.from", "office@city.example",
                "isonomia.mail.starttls", "true"))
            .mail()
            .orElseThrow();
    assertThat(mail.port()).isEqualTo(587);
  }

  @Test
  void no_password_and_no_secret_is_ever_printed() {
    var settings = external();
    settings.put("isonomia.mail.host", "mail.example");
    settings.put("isonomia.mail.from", "office@city.example");
    settings.put("isonomia.mail.user", "office");
    settings.put("isonomia.mail.password", "mail-pass-word");
    var read = read(settings);
    assertThat(read + " " + read.external().orElseThrow() + " " + read.mail().orElseThrow())
        .doesNotContain("db-pass-word", "mail-pass-word", SECRET);
  }

  @Test
  void every_setting_is_in_the_readme_in_both_forms() throws IOException {
    var readme = Files.readString(Path.of("README.md"));
    for (var name : Settings.KNOWN) {
      assertThat(readme).contains("`" + name + "`", "`" + Settings.environmentName(name) + "`");
    }
  }

  private static Map<String, String> external() {
    var settings = new HashMap<String, String>();
    settings.put("isonomia.jdbc.url", "jdbc:postgresql://db.example/isonomia");
    settings.put("isonomia.jdbc.user", "app");
    settings.put("isonomia.jdbc.password", "db-pass-word");
    settings.put("isonomia.secret", SECRET);
    return settings;
  }

  private Settings read(Map<String, String> given) {
    var system = new Properties();
    system.putAll(given);
    return Settings.read(system, Map.of(), dir);
  }
}
