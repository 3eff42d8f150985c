package org.isonomia.house;

import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.isonomia.access.Role;

/**
 * Every address the program answers at, and who may use it. What there is is read from the compiled
 * classes; who may is written by people, from what the roles are for, in {@code
 * access/endpoints.csv}.
 */
public final class Endpoints {
  private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");
  private static final java.nio.file.Path TABLE =
      java.nio.file.Path.of("src/test/resources/access/endpoints.csv");

  private Endpoints() {}

  /** Who may: everybody, everybody signed in, some roles, or nobody at all. */
  public enum Who {
    ANYONE,
    SIGNED_IN,
    ROLES,
    NOBODY
  }

  /**
   * A line of the table.
   *
   * @param samples what stands for each parameter of the path, in order
   * @param note why, where the roles alone do not say it
   */
  public record Row(
      String method,
      String path,
      List<String> samples,
      Who who,
      Set<Role> roles,
      String others,
      String note) {
    public String key() {
      return method + " " + path;
    }

    public boolean changes() {
      return !method.equals("GET");
    }

    public boolean admits(Set<Role> person) {
      return switch (who) {
        case ANYONE, SIGNED_IN -> true;
        case ROLES -> person.stream().anyMatch(roles::contains);
        case NOBODY -> false;
      };
    }

    @Override
    public String toString() {
      return key();
    }
  }

  /** The table as it is written. */
  public static List<Row> table() {
    var rows = new ArrayList<Row>();
    try {
      for (var line : Files.readAllLines(TABLE)) {
        if (line.isBlank() || line.startsWith("#") || line.startsWith("method;")) {
          continue;
        }
        rows.add(row(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static Row row(String line) {
    var cells = line.split(";", -1);
    if (cells.length != 6) {
      throw new IllegalStateException("six cells, please: " + line);
    }
    var samples = cells[2].isBlank() ? List.<String>of() : List.of(cells[2].strip().split(" +"));
    var said = cells[3].strip();
    var roles = EnumSet.noneOf(Role.class);
    var who =
        switch (said) {
          case "ANYONE", "SIGNED_IN", "NOBODY" -> Who.valueOf(said);
          default -> {
            for (var role : said.split(" +")) {
              roles.add(Role.valueOf(role));
            }
            yield Who.ROLES;
          }
        };
    return new Row(
        cells[0].strip(), cells[1].strip(), samples, who, roles, cells[4].strip(), cells[5]);
  }

  /** Method and path of everything in the compiled classes, patterns of parameters left out. */
  public static Set<String> compiled() {
    var found = new TreeSet<String>();
    for (var type : classes()) {
      var servlet = type.getAnnotation(WebServlet.class);
      if (servlet != null) {
        Stream.concat(Arrays.stream(servlet.value()), Arrays.stream(servlet.urlPatterns()))
            .forEach(pattern -> found.add("GET " + pattern));
      }
      var root = type.getAnnotation(Path.class);
      for (var method : type.getDeclaredMethods()) {
        var path = method.getAnnotation(Path.class);
        var verb = verb(method);
        if (verb == null && path != null) {
          throw new IllegalStateException(method + " leads to a resource that no table can know");
        }
        if (verb == null) {
          continue;
        }
        if (root == null) {
          throw new IllegalStateException(method + " stands in a class without an address");
        }
        found.add(verb + " " + template(root.value(), path == null ? "" : path.value()));
      }
    }
    return found;
  }

  private static String verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
        .filter(a -> a != null)
        .map(HttpMethod::value)
        .findFirst()
        .orElse(null);
  }

  /** {@code /a/{number: \d{1,3}}} becomes {@code /a/{number}}. */
  static String template(String root, String path) {
    var whole = ("/" + root + "/" + path).replaceAll("/+", "/");
    var out = new StringBuilder();
    int depth = 0;
    boolean pattern = false;
    for (char c : whole.toCharArray()) {
      if (c == '}') {
        depth--;
        if (depth == 0) {
          pattern = false;
        }
      }
      if (c == ':' && depth == 1) {
        pattern = true;
      }
      if (!pattern) {
        out.append(c);
      }
      if (c == '{') {
        depth++;
      }
    }
    var template = out.toString().replace(" ", "");
    return template.length() > 1 && template.endsWith("/")
        ? template.substring(0, template.length() - 1)
        : template;
  }

  private static List<Class<?>> classes() {
    var types = new ArrayList<Class<?>>();
    try (var files = Files.walk(CLASSES.resolve("org/isonomia"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        var name =
            CLASSES.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
        if (name.startsWith("org.isonomia.jte.") || name.endsWith("-info")) {
          continue;
        }
        types.add(Class.forName(name, false, Endpoints.class.getClassLoader()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    return types;
  }
}
