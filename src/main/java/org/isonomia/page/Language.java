package org.isonomia.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A language the pages speak. Which there are is data, {@code text/languages}: a further one is a
 * line there and its files of texts. Polish comes first: it is the language of the office.
 */
public final class Language {
  private static final String FILE = "text/languages";
  private static final List<Language> ALL = read();

  public static final Language PL = of("pl").orElseThrow();
  public static final Language EN = of("en").orElseThrow();
  public static final Language UK = of("uk").orElseThrow();

  /**
   * The first segment of every address of a resident: {@code @Path(Language.PATH + "/report")}. Two
   * letters or three: Romani is {@code rom}. Whether it is a language of ours is asked by {@link
   * KnownLanguage}.
   */
  public static final String PATH = "{language: [a-z][a-z][a-z]?}";

  private final String tag;
  private final String ownName;
  private final Locale locale;

  private Language(String tag, String ownName, Locale locale) {
    this.tag = tag;
    this.ownName = ownName;
    this.locale = locale;
  }

  private static List<Language> read() {
    try (InputStream stream = Language.class.getClassLoader().getResourceAsStream(FILE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.strip().split("\\s+", 3))
          .map(parts -> new Language(parts[0], parts[2], Locale.forLanguageTag(parts[1])))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** All of them, in their order on the pages. */
  public static Language[] values() {
    return ALL.toArray(Language[]::new);
  }

  /**
   * The BCP 47 tag, in addresses and in {@code lang} attributes: {@code pl}, {@code en}, {@code
   * uk}.
   */
  public String tag() {
    return tag;
  }

  /** The name of the language in that language, never translated. */
  public String ownName() {
    return ownName;
  }

  public Locale locale() {
    return locale;
  }

  /**
   * The language of a tag, in any case, with or without a region; empty when it is not one of ours.
   */
  public static Optional<Language> of(String tag) {
    if (tag == null) return Optional.empty();
    String primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return ALL.stream().filter(language -> language.tag.equals(primary)).findFirst();
  }

  /** The language of an address's first segment: {@code /uk/report} is Ukrainian. */
  public static Optional<Language> ofPath(String path) {
    if (path == null) return Optional.empty();
    String first = path.startsWith("/") ? path.substring(1) : path;
    int end = first.indexOf('/');
    String segment = end < 0 ? first : first.substring(0, end);
    return ALL.stream().filter(language -> language.tag.equals(segment)).findFirst();
  }

  /** The best of our languages for an {@code Accept-Language} header; Polish when none fits. */
  public static Language accepted(String header) {
    if (header == null || header.isBlank() || header.length() > 1000) return PL;
    List<Locale.LanguageRange> ranges;
    try {
      ranges = Locale.LanguageRange.parse(header);
    } catch (IllegalArgumentException malformed) {
      return PL;
    }
    return ranges.stream()
        .filter(range -> range.getWeight() > 0)
        .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight).reversed())
        .flatMap(range -> of(range.getRange()).stream())
        .findFirst()
        .orElse(PL);
  }

  @Override
  public String toString() {
    return tag;
  }
}
