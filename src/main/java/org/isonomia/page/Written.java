package org.isonomia.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The languages somebody may write in: those of the pages, and what {@code text/written} names
 * besides, a line each with the name it gives itself. The last one, {@code und}, is every other.
 */
public final class Written {
  private static final String FILE = "text/written";
  private static final Map<String, String> FURTHER = read();

  private Written() {}

  /** In the order in which pages offer them. */
  public static List<String> tags() {
    return with(Arrays.stream(Language.values()).map(Language::tag).toList());
  }

  /** The same where the pages speak these languages. */
  public static List<String> with(Collection<String> ofPages) {
    return Stream.concat(ofPages.stream(), FURTHER.keySet().stream()).distinct().toList();
  }

  /** What the language calls itself; nothing for {@code und}. */
  public static Optional<String> ownName(String tag) {
    return Language.of(tag)
        .map(Language::ownName)
        .or(() -> Optional.ofNullable(FURTHER.get(tag)).filter(name -> !name.isEmpty()));
  }

  private static Map<String, String> read() {
    try (var stream = Written.class.getClassLoader().getResourceAsStream(FILE)) {
      var names = new LinkedHashMap<String, String>();
      new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> line.split("\\s+", 2))
          .forEach(parts -> names.put(parts[0], parts.length < 2 ? "" : parts[1]));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
