package org.isonomia.launch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The bill of materials that the build writes is about what is really delivered. */
@DisabledIfSystemProperty(
    named = "maven.mode",
    matches = "offline=true",
    disabledReason = "The plugin writes no bill offline, so an older one would be looked at")
class BillOfMaterialsIT {
  private static final Path BILL = Path.of("target/isonomia-sbom.json");

  private static JsonObject bill() throws IOException {
    try (var in = Files.newInputStream(BILL);
        var reader = Json.createReader(in)) {
      return reader.readObject();
    }
  }

  private static Set<String> listed() throws IOException {
    return bill().getJsonArray("components").getValuesAs(JsonObject.class).stream()
        .map(c -> c.getString("name") + "-" + c.getString("version") + ".jar")
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void it_lists_each_library_of_the_application_and_of_the_launcher() throws IOException {
    var delivered = new TreeSet<String>();
    try (var war = new ZipFile("target/isonomia.war")) {
      war.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith("WEB-INF/lib/") && name.endsWith(".jar"))
          .map(name -> name.substring("WEB-INF/lib/".length()))
          .forEach(delivered::add);
    }
    // what lies below lib/payara is the server's own, listed as the server
    try (var files = Files.list(Path.of("target/lib"))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .forEach(delivered::add);
    }
    assertThat(delivered).hasSizeGreaterThan(20);
    var listed = listed();
    assertThat(
            delivered.stream()
                // a jar for one kind of machine carries its kind in the name
                .filter(
                    jar -> listed.stream().noneMatch(l -> jar.startsWith(l.replace(".jar", "")))))
        .as("delivered and not listed")
        .isEmpty();
    assertThat(listed).anyMatch(name -> name.startsWith("payara-micro-"));
  }

  @Test
  void it_lists_no_library_of_the_tests() throws IOException {
    assertThat(listed())
        .noneMatch(name -> name.startsWith("junit-"))
        .noneMatch(name -> name.startsWith("playwright-"))
        .noneMatch(name -> name.startsWith("greenmail-"));
  }

  @Test
  void each_component_has_a_version_a_place_and_a_digest_and_most_a_licence() throws IOException {
    var components = bill().getJsonArray("components").getValuesAs(JsonObject.class);
    assertThat(bill().getString("bomFormat")).isEqualTo("CycloneDX");
    for (var component : components) {
      assertThat(component.getString("version")).as(component.toString()).isNotBlank();
      assertThat(component.getString("purl")).startsWith("pkg:maven/");
      assertThat(component.getJsonArray("hashes")).as(component.getString("name")).isNotEmpty();
    }
    assertThat(components.stream().filter(c -> c.containsKey("licenses")).count())
        .isGreaterThan(components.size() * 9L / 10);
  }

  @Test
  void it_tells_nothing_of_the_machine_that_built_it() throws IOException {
    assertThat(Files.readString(BILL))
        .doesNotContain(Path.of("").toAbsolutePath().toString())
        .doesNotContain(System.getProperty("user.home") + "/");
  }
}
