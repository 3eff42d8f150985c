package org.isonomia.casework.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;

/**
 * Languages in which texts come that must be translated into Polish: those of the pages but Polish
 * itself, and what {@code text/written} names besides. A language that gets pages of its own is
 * among them at once.
 */
public final class WrittenIn {
  private static final String FILE = "text/written";
  private static final String NAME = "casework.pair.language.";
  private static final List<String> TAGS = read();

  private WrittenIn() {}

  public static List<String> tags() {
    return TAGS;
  }

  /** In the reader's language; a language of the pages that has no name there, in itself. */
  public static String name(String tag, Texts t) {
    return t.has(NAME + tag)
        ? t.t(NAME + tag)
        : Language.of(tag).map(Language::ownName).orElseGet(() -> t.t(NAME + tag));
  }

  private static List<String> read() {
    try (var stream = WrittenIn.class.getClassLoader().getResourceAsStream(FILE)) {
      var further =
          new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"));
      var ofPages =
          Arrays.stream(Language.values())
              .filter(language -> language != Language.PL)
              .map(Language::tag);
      return Stream.concat(ofPages, further).distinct().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
