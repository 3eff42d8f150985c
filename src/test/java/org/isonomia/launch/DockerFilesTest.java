package org.isonomia.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What can be said of the image and the compose file without an engine that runs them. */
class DockerFilesTest {
  private static final Path DOCKER = Path.of("docker");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):\\?[^}]*}");

  @TempDir Path dir;

  @Test
  void every_image_is_named_with_its_version() throws IOException {
    var images =
        instructions().stream()
            .filter(line -> line.startsWith("FROM "))
            .map(line -> line.split(" ")[1])
            .toList();
    assertThat(images).hasSize(2);
    assertThat(images).allSatisfy(DockerFilesTest::assertVersioned);
    services().values().forEach(service -> assertVersioned(String.valueOf(service.get("image"))));
  }

  private static void assertVersioned(String image) {
    assertThat(image).matches("[a-z0-9/.-]+:[a-z]*\\d[\\w.-]*");
  }

  @Test
  void the_image_runs_as_a_user_of_its_own_and_says_when_it_is_healthy() throws IOException {
    var lines = instructions();
    var last = lines.stream().filter(line -> line.startsWith("USER ")).reduce((a, b) -> b);
    assertThat(last).hasValueSatisfying(line -> assertThat(line).matches("USER [1-9]\\d*:\\d+"));
    assertThat(lines).anyMatch(line -> line.startsWith("HEALTHCHECK ") && line.contains("ready"));
    assertThat(lines).anyMatch(line -> line.startsWith("ENTRYPOINT [\"java\""));
    assertThat(lines).noneMatch(line -> line.startsWith("ADD "));
    assertThat(lines).noneMatch(line -> line.matches("(ENV|ARG) .*(PASSWORD|SECRET|TOKEN).*"));
    assertThat(lines.indexOf(last.orElseThrow()))
        .as("nothing is changed after the user is")
        .isGreaterThan(lastIndex(lines, "RUN "))
        .isGreaterThan(lastIndex(lines, "COPY "));
  }

  private static int lastIndex(List<String> lines, String start) {
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(start)) {
        last = i;
      }
    }
    return last;
  }

  @Test
  void what_the_image_copies_is_let_through_and_is_there() throws IOException {
    var ignore = Files.readAllLines(DOCKER.resolve("Dockerfile.dockerignore"));
    assertThat(ignore).startsWith("*");
    for (var line : instructions()) {
      var words = line.split(" ");
      if (line.startsWith("COPY ") && !line.contains("--from")) {
        assertThat(Path.of(words[1])).exists();
        assertThat(ignore).contains("!" + words[1]);
      }
    }
  }

  @Test
  void every_service_is_closed_in_and_watched() throws IOException {
    assertThat(services().keySet()).containsExactlyInAnyOrder("application", "database", "mail");
    services()
        .forEach(
            (name, service) -> {
              assertThat(service).as(name).containsKeys("healthcheck", "mem_limit", "pids_limit");
              assertThat(service.get("read_only")).as(name).isEqualTo(true);
              assertThat(service.get("cap_drop")).as(name).isEqualTo(List.of("ALL"));
              assertThat(service.get("security_opt"))
                  .as(name)
                  .isEqualTo(List.of("no-new-privileges:true"));
              assertThat(service).as(name).doesNotContainKey("privileged");
              if (service.get("ports") instanceof List<?> ports) {
                assertThat(ports)
                    .as(name)
                    .allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
              }
            });
  }

  @Test
  void every_secret_comes_from_the_file_beside_and_the_file_names_them_all() throws IOException {
    var example = new Properties();
    try (var reader = Files.newBufferedReader(DOCKER.resolve(".env.example"))) {
      example.load(reader);
    }
    var asked =
        VARIABLE
            .matcher(Files.readString(DOCKER.resolve("compose.yaml")))
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    assertThat(example.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(asked);
    services()
        .forEach(
            (name, service) ->
                environment(service)
                    .forEach(
                        (key, value) -> {
                          if (key.matches(".*(PASSWORD|SECRET)$")) {
                            assertThat(value).as(key).matches(VARIABLE);
                          }
                        }));
    assertThat(example.getProperty("APPLICATION_SECRET")).isEmpty();
    assertThat(Files.readAllLines(Path.of(".gitignore"))).contains("docker/.env");
  }

  @Test
  void the_program_accepts_the_settings_that_the_compose_file_gives_it() throws IOException {
    var given = new HashMap<String, String>();
    environment(services().get("application"))
        .forEach(
            (key, value) ->
                given.put(
                    key,
                    VARIABLE
                        .matcher(value)
                        .replaceAll(
                            found ->
                                switch (found.group(1)) {
                                  case "BASE_URL" -> "https://equality.example";
                                  case "MAIL_FROM" -> "office@equality.example";
                                  default -> "0123456789012345678901234567890123456789";
                                })));
    var settings = Settings.read(new Properties(), given, dir);
    assertThat(settings.embedded()).isFalse();
    assertThat(settings.demo()).isFalse();
    assertThat(settings.mail()).isPresent();
    assertThat(settings.external().orElseThrow().migrationUser()).isNotEqualTo("isonomia_app");
  }

  /** The Dockerfile's instructions, continued lines joined, comments left out. */
  private static List<String> instructions() throws IOException {
    var text =
        Files.readAllLines(DOCKER.resolve("Dockerfile")).stream()
            .map(String::strip)
            .filter(line -> !line.startsWith("#") && !line.isEmpty())
            .reduce("", (a, b) -> a + b + "\n");
    return text.replaceAll("\\s*\\\\\n", " ").lines().toList();
  }

  private static Map<String, String> environment(Map<String, Object> service) {
    var environment = new TreeMap<String, String>();
    if (service.get("environment") instanceof Map<?, ?> given) {
      given.forEach((key, value) -> environment.put(key.toString(), value.toString()));
    }
    return environment;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> services() throws IOException {
    Map<String, Object> compose = new Yaml().load(Files.readString(DOCKER.resolve("compose.yaml")));
    return (Map<String, Map<String, Object>>) compose.get("services");
  }
}
