package org.isonomia.demo.application;

import static org.isonomia.shared.OneJsonProvider.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads what the demo city tells: JSON beside the program. */
final class Told {
  private Told() {}

  static JsonArray read(String name) {
    try (var reader = JSON.createReader(Told.class.getResourceAsStream("/demo/" + name))) {
      return reader.readArray();
    }
  }

  /** A text, or {@code null} when it is missing or empty. */
  static String text(JsonObject object, String name) {
    var text = object.getString(name, "");
    return text.isEmpty() ? null : text;
  }

  static Set<String> codes(JsonObject object, String name) {
    var codes = new LinkedHashSet<String>();
    object
        .getJsonArray(name)
        .getValuesAs(JsonString.class)
        .forEach(code -> codes.add(code.getString()));
    return codes;
  }
}
