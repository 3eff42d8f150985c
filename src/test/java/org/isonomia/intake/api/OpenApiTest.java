package org.isonomia.intake.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.isonomia.intake.application.Questionnaires;
import org.isonomia.intake.domain.Codes;
import org.isonomia.intake.domain.Field;
import org.isonomia.intake.domain.Questionnaire;
import org.isonomia.page.Written;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The contract says what the code does. */
class OpenApiTest {
  private static final List<Class<?>> RESOURCES =
      List.of(
          ReportsResource.class,
          PartnerReportsResource.class,
          MailboxResource.class,
          ContractResource.class);

  private static final Questionnaire QUESTIONS = new Questionnaires().current();

  private final Map<String, Object> contract;

  OpenApiTest() throws IOException {
    contract = new Yaml().load(ContractResource.written(Codes.LANGUAGES));
  }

  @Test
  void every_path_and_method_is_described_and_no_other() {
    var described = new TreeSet<String>();
    map(contract.get("paths"))
        .forEach((path, item) -> map(item).keySet().forEach(m -> described.add(m + " " + path)));
    var served = new TreeSet<String>();
    for (var resource : RESOURCES) {
      for (var method : resource.getDeclaredMethods()) {
        verb(method).ifPresent(v -> served.add(v + " " + path(resource) + path(method)));
      }
    }
    assertThat(described).isEqualTo(served);
  }

  @Test
  void the_examples_of_a_report_are_read_by_the_parser() {
    var examples =
        map(
            at(
                "paths",
                "/api/reports",
                "post",
                "requestBody",
                "content",
                "application/json",
                "examples"));
    assertThat(examples).hasSizeGreaterThan(2);
    examples.forEach(
        (name, example) -> {
          var json = json(map(example).get("value"));
          var said = ReportBody.read(json.getBytes(UTF_8), LocalDate.of(2027, 4, 1), QUESTIONS);
          assertThat(said.narrative()).as(name).isNotBlank();
        });
  }

  @Test
  void the_receipt_of_the_example_could_be_one_and_a_flood_is_told_of() {
    var answers = map(at("paths", "/api/reports", "post", "responses"));
    assertThat(answers).containsKey("429");
    var filed = map(map(map(answers.get("201")).get("content")).get("application/json"));
    var receipt = map(map(map(filed.get("schema")).get("properties")).get("receipt"));
    assertThat((String) map(filed.get("example")).get("receipt"))
        .matches((String) receipt.get("pattern"));
    var schema = map(filed.get("schema"));
    assertThat(schema.get("required"))
        .as("a resident gets the number of the acknowledgement as a partner does")
        .isEqualTo(List.of("caseNumber", "receipt", "acknowledgement", "verifyAt"));
    assertThat((String) map(filed.get("example")).get("acknowledgement"))
        .matches((String) map(map(schema.get("properties")).get("acknowledgement")).get("pattern"));
  }

  @Test
  void a_further_language_is_listed_without_a_change_of_the_contract() throws IOException {
    var further =
        new Yaml().<Map<String, Object>>load(ContractResource.written(List.of("pl", "rom", "no")));
    var schemas = map(map(further.get("components")).get("schemas"));
    var language = map(map(map(schemas.get("Report")).get("properties")).get("language"));
    assertThat(language.get("enum")).isEqualTo(List.of("pl", "rom", "no"));
    var answers = map(map(map(schemas.get("Report")).get("properties")).get("answers"));
    var writtenIn = map(map(answers.get("properties")).get("writtenIn"));
    assertThat(writtenIn.get("enum")).isEqualTo(Written.with(List.of("pl", "rom", "no")));
  }

  @Test
  void every_code_is_listed() {
    assertThat(codes("language")).isEqualTo(Codes.LANGUAGES);
    assertThat(codes("role")).isEqualTo(Codes.ROLES);
    assertThat(codes("requested")).isEqualTo(Codes.REQUESTED);
    assertThat(codes("identity", "properties", "mode")).isEqualTo(Codes.IDENTITY_MODES);
    assertThat(codes("incident", "properties", "area")).isEqualTo(Codes.AREAS);
    assertThat(codes("respondent", "properties", "type")).isEqualTo(Codes.RESPONDENTS);
    assertThat(codes("grounds", "items")).isEqualTo(Codes.GROUNDS);
    assertThat(codes("conduct", "items")).isEqualTo(Codes.CONDUCT);
    assertThat(codes("wishes", "items")).isEqualTo(Codes.WISHES);
    assertThat(codes("needs", "items")).isEqualTo(Codes.NEEDS);
  }

  @Test
  void every_question_that_not_everybody_is_asked_is_listed() {
    var listed = map(map(at("components", "schemas", "Report", "properties", "answers")));
    var properties = map(listed.get("properties"));
    assertThat(properties.keySet())
        .containsExactlyElementsOf(QUESTIONS.further().stream().map(Field::name).toList());
    for (var field : QUESTIONS.further()) {
      var path = List.of("answers", "properties", field.name());
      switch (field.kind()) {
        case RADIOS, LANGUAGE ->
            assertThat(codes(path.toArray(String[]::new))).isEqualTo(field.codes());
        case CHECKBOXES ->
            assertThat(codes("answers", "properties", field.name(), "items"))
                .isEqualTo(field.codes());
        case DATE -> assertThat(map(properties.get(field.name()))).containsEntry("format", "date");
        default ->
            assertThat(map(properties.get(field.name())))
                .containsEntry("maxLength", field.longest());
      }
    }
  }

  @Test
  void every_field_of_the_contract_is_known_to_the_parser() {
    // the parser refuses what it does not know, so an example with every field proves each of them
    var properties = map(at("components", "schemas", "Report", "properties")).keySet();
    var used = new TreeSet<String>();
    map(at(
            "paths",
            "/api/reports",
            "post",
            "requestBody",
            "content",
            "application/json",
            "examples"))
        .values()
        .forEach(example -> used.addAll(map(map(example).get("value")).keySet()));
    assertThat(used).isEqualTo(new TreeSet<>(properties));
  }

  @SuppressWarnings("unchecked")
  private Set<String> codes(String... path) {
    var schema = map(at("components", "schemas", "Report", "properties"));
    for (var part : path) {
      schema = map(schema.get(part));
    }
    return new LinkedHashSet<>((List<String>) schema.get("enum"));
  }

  private Object at(String... path) {
    Object here = contract;
    for (var part : path) {
      here = map(here).get(part);
    }
    return here;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static String json(Object value) {
    return Json.createObjectBuilder(map(value)).build().toString();
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(http -> http.value().toLowerCase(Locale.ROOT))
        .findFirst();
  }

  private static String path(AnnotatedElement element) {
    var path = element.getAnnotation(Path.class);
    return path == null ? "" : path.value();
  }
}
