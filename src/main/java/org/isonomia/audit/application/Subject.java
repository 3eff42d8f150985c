package org.isonomia.audit.application;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.isonomia.access.About;
import org.isonomia.shared.CaseNumber;

/**
 * What an act is about, found in its arguments, else in its answer: first a public number of
 * something inside a case, then a case's, then a key whose name says whose it is. Only what has the
 * form of a number or a code is taken, so that no word of anybody gets into a record.
 *
 * @param subject number or {@code kind:key}, or {@code null}
 * @param caseNumber or {@code null}
 */
record Subject(String subject, String caseNumber) {
  private static final Pattern NUMBER = Pattern.compile("[A-Z]{1,3}-\\d{1,9}(-\\d{2,9})?");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,40}");
  private static final int DEPTH = 2;

  /** Names of keys and codes, and of what they are. */
  private static final Map<String, String> KEYS =
      Map.of(
          "accountId", "account",
          "account", "account",
          "institutionId", "institution",
          "code", "institution",
          "team", "team",
          "member", "member",
          "consentId", "referral");

  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          var components = type.getRecordComponents();
          for (var component : components) {
            component.getAccessor().setAccessible(true);
          }
          return components;
        }
      };

  private static final class Search {
    private String number;
    private String caseNumber;
    private String key;

    void see(String name, Object value, int depth) {
      if (value == null) {
        return;
      }
      if (value instanceof Optional<?> optional) {
        optional.ifPresent(inner -> see(name, inner, depth));
      } else if (value instanceof CaseNumber found) {
        caseNumber = caseNumber == null ? found.value() : caseNumber;
      } else if (value instanceof String text) {
        text(name, text);
      } else if (value instanceof Long || value instanceof Integer) {
        key(name, value.toString());
      } else if (value instanceof Enum<?> constant) {
        key(name, constant.name());
      } else if (value instanceof Record && depth > 0 && isOurs(value)) {
        inside(value, depth);
      }
    }

    private static boolean isOurs(Object value) {
      return value.getClass().getName().startsWith("org.isonomia.");
    }

    private void inside(Object value, int depth) {
      for (var component : COMPONENTS.get(value.getClass())) {
        try {
          see(component.getName(), component.getAccessor().invoke(value), depth - 1);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("a component that cannot be read", e);
        }
      }
    }

    private void text(String name, String text) {
      if (NUMBER.matcher(text).matches()) {
        if (text.startsWith("ET-")) {
          caseNumber = caseNumber == null ? text : caseNumber;
        } else if (number == null) {
          number = text;
        }
      } else {
        key(name, text);
      }
    }

    private void key(String name, String value) {
      var kind = KEYS.get(name);
      if (key == null && kind != null && CODE.matcher(value).matches()) {
        key = kind + ":" + value;
      }
    }

    boolean isEmpty() {
      return number == null && caseNumber == null && key == null;
    }

    Subject found() {
      var subject = number != null ? number : caseNumber != null ? caseNumber : key;
      return new Subject(subject, caseNumber);
    }
  }

  static Subject of(Method act, Object[] arguments, Object answer) {
    var search = new Search();
    Parameter[] parameters = act.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      var about = parameters[i].getAnnotation(About.class);
      if (about != null && arguments[i] != null) {
        search.key = about.value() + ":" + arguments[i];
      } else {
        search.see(parameters[i].getName(), arguments[i], DEPTH);
      }
    }
    if (search.isEmpty()) {
      search.see("answer", answer, 1);
    }
    return search.found();
  }

  /** The code of an act: room and class, and its method where that says more. */
  static String codeOf(Method act) {
    var type = act.getDeclaringClass();
    var room = type.getName().split("\\.")[2];
    var code = room + "." + type.getSimpleName();
    return act.getName().equals("handle") ? code : code + "." + act.getName();
  }
}
