package org.isonomia.intake.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.intake.domain.PlainText;
import org.isonomia.shared.Problem.FieldError;

/**
 * The members of one JSON object, taken by name and type; what does not fit is noted with its
 * pointer, all of it.
 */
final class Members {
  private final String pointer;
  private final Map<String, Object> members;
  private final List<FieldError> errors;
  private final Set<String> taken = new LinkedHashSet<>();

  private Members(String pointer, Map<String, Object> members, List<FieldError> errors) {
    this.pointer = pointer;
    this.members = members;
    this.errors = errors;
  }

  static Members of(Map<String, Object> members) {
    return new Members("", members, new ArrayList<>());
  }

  List<FieldError> errors() {
    return errors;
  }

  /** Text without space around; {@code null} when it did not come, is JSON null or blank. */
  String text(String name) {
    var value = take(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text)) {
      wrong(name, "not-a-string");
      return null;
    }
    return PlainText.tidy(text);
  }

  String text(String name, String otherwise) {
    var text = text(name);
    return text == null && !has(name) ? otherwise : text;
  }

  /** {@code null} when it did not come: not said is not "no". */
  Boolean flag(String name) {
    var value = take(name);
    if (value != null && !(value instanceof Boolean)) {
      wrong(name, "not-a-boolean");
      return null;
    }
    return (Boolean) value;
  }

  /** A small whole number; {@code null} when it did not come. */
  Integer number(String name) {
    var value = take(name);
    if (value != null && !(value instanceof Integer)) {
      wrong(name, "not-a-number");
      return null;
    }
    return (Integer) value;
  }

  /** A list of codes in the order given; a code twice is refused, and one that is not known. */
  Set<String> codes(String name, Set<String> known) {
    var codes = new LinkedHashSet<String>();
    var value = take(name);
    if (value == null) {
      return codes;
    }
    if (!(value instanceof List<?> list)) {
      wrong(name, "not-an-array");
      return codes;
    }
    if (list.size() > 50) {
      wrong(name, "too-many");
      return codes;
    }
    var at = 0;
    for (var item : list) {
      if (!(item instanceof String code)) {
        wrong(name + "/" + at, "not-a-string");
      } else if (!codes.add(code)) {
        wrong(name + "/" + at, "code-twice");
      } else if (!known.contains(code)) {
        wrong(name + "/" + at, "unknown-code");
      }
      at++;
    }
    return codes;
  }

  /** The object of that name, empty when it did not come. */
  Members object(String name) {
    var value = take(name);
    if (value instanceof Map<?, ?> map) {
      @SuppressWarnings("unchecked")
      var object = (Map<String, Object>) map;
      return new Members(at(name), object, errors);
    }
    if (value != null) {
      wrong(name, "not-an-object");
    }
    return new Members(at(name), Map.of(), errors);
  }

  boolean has(String name) {
    return members.containsKey(name) && members.get(name) != JsonBody.NULL;
  }

  void wrong(String name, String code) {
    errors.add(new FieldError(at(name), code));
  }

  /**
   * Refuses what nobody took: most likely a name with a slip, and silence would lose what was said.
   */
  void nothingElse() {
    for (var name : members.keySet()) {
      if (!taken.contains(name)) {
        wrong(name.replace("~", "~0").replace("/", "~1"), "unknown-field");
      }
    }
  }

  private Object take(String name) {
    taken.add(name);
    var value = members.get(name);
    return value == JsonBody.NULL ? null : value;
  }

  private String at(String name) {
    return pointer + "/" + name;
  }
}
