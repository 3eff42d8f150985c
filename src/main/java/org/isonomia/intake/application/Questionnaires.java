package org.isonomia.intake.application;

import static org.isonomia.shared.OneJsonProvider.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.intake.domain.Codes;
import org.isonomia.intake.domain.Condition;
import org.isonomia.intake.domain.Field;
import org.isonomia.intake.domain.Questionnaire;
import org.isonomia.intake.domain.Step;

/**
 * The versions of the questions, read from {@code questionnaire/<version>.json} when the program
 * starts; one that is wrong stops the start. The list of versions ends with the one in force. How
 * to make a new one: see the page on the questionnaire.
 */
@ApplicationScoped
public class Questionnaires {
  private static final String FOLDER = "questionnaire/";

  private final Map<String, Questionnaire> versions = new LinkedHashMap<>();
  private Questionnaire current;

  public Questionnaires() {
    for (var version : array("versions").getValuesAs(JsonString::getString)) {
      current = questionnaire(object(version));
      if (!current.version().equals(version)) {
        throw new IllegalArgumentException("questionnaire " + version + " has another version");
      }
      versions.put(version, current);
    }
  }

  /** Reads them at the start, not at the first visitor. */
  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    current();
  }

  /** The one that new reports are asked with. */
  public Questionnaire current() {
    return current;
  }

  /**
   * @param version {@code null} for the one in force
   */
  public Questionnaire of(String version) {
    if (version == null) {
      return current;
    }
    var found = versions.get(version);
    if (found == null) {
      throw new IllegalStateException("no questionnaire " + version);
    }
    return found;
  }

  public List<Questionnaire> all() {
    return List.copyOf(versions.values());
  }

  private static JsonArray array(String name) {
    try (var stream = Questionnaires.class.getClassLoader().getResourceAsStream(path(name));
        var reader = JSON.createReader(stream)) {
      return reader.readArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject object(String name) {
    try (var stream = Questionnaires.class.getClassLoader().getResourceAsStream(path(name));
        var reader = JSON.createReader(stream)) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(String name) {
    return FOLDER + name + ".json";
  }

  static Questionnaire questionnaire(JsonObject json) {
    var steps = new ArrayList<Step>();
    for (var step : json.getJsonArray("steps").getValuesAs(JsonObject.class)) {
      known(step, Set.of("path", "text", "page", "when", "fields"));
      var fields =
          step.containsKey("fields")
              ? step.getJsonArray("fields").getValuesAs(Questionnaires::field)
              : List.<Field>of();
      var path = step.getString("path");
      steps.add(
          new Step(
              path,
              step.getString("text", path),
              Step.Page.valueOf(step.getString("page", "QUESTIONS")),
              condition(step.get("when")),
              fields));
    }
    return new Questionnaire(json.getString("version"), steps);
  }

  private static Field field(JsonValue value) {
    var json = value.asJsonObject();
    known(
        json,
        Set.of(
            "name",
            "text",
            "kind",
            "codes",
            "longest",
            "optional",
            "required",
            "orElse",
            "wrong",
            "when",
            "identity",
            "promises",
            "hinders"));
    var name = json.getString("name");
    var kind = Field.Kind.valueOf(json.getString("kind"));
    return new Field(
        name,
        json.getString("text", name),
        kind,
        // a further language of the pages is one to write in, too, and changes no version
        kind == Field.Kind.LANGUAGE ? Codes.WRITTEN_IN : strings(json.get("codes")),
        json.getInt("longest", 0),
        json.getBoolean("optional", false),
        required(json.get("required")),
        List.copyOf(strings(json.get("orElse"))),
        json.getString("wrong", name),
        condition(json.get("when")),
        json.getBoolean("identity", false),
        strings(json.get("promises")),
        strings(json.get("hinders")));
  }

  /** A word with a slip must not pass for a rule that is not there. */
  private static void known(JsonObject json, Set<String> words) {
    if (!words.containsAll(json.keySet())) {
      throw new IllegalArgumentException("questionnaire: what is meant by one of " + json.keySet());
    }
  }

  private static Condition required(JsonValue json) {
    if (json == null || json == JsonValue.FALSE) {
      return null;
    }
    return json == JsonValue.TRUE ? Condition.ALWAYS : condition(json);
  }

  private static Condition condition(JsonValue json) {
    if (json == null) {
      return Condition.ALWAYS;
    }
    var answers = new LinkedHashMap<String, Set<String>>();
    json.asJsonObject().forEach((field, codes) -> answers.put(field, strings(codes)));
    return new Condition(answers);
  }

  private static Set<String> strings(JsonValue json) {
    return json == null
        ? Set.of()
        : new LinkedHashSet<>(json.asJsonArray().getValuesAs(JsonString::getString));
  }
}
