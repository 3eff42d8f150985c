package org.isonomia.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language the pages speak. Polish comes first: it is the language of the office. */
public enum Language {
  PL("pl", "Polski", Locale.forLanguageTag("pl-PL")),
  EN("en", "English", Locale.forLanguageTag("en-GB")),
  UK("uk", "Українська", Locale.forLanguageTag("uk-UA"));

  /** The first segment of every address of a resident: {@code @Path(Language.PATH + "/report")}. */
  public static final String PATH = "{language: pl|en|uk}";

  private final String tag;
  private final String ownName;
  private final Locale locale;

  Language(String tag, String ownName, Locale locale) {
    this.tag = tag;
    this.ownName = ownName;
    this.locale = locale;
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
    return Arrays.stream(values()).filter(language -> language.tag.equals(primary)).findFirst();
  }

  /** The language of an address's first segment: {@code /uk/report} is Ukrainian. */
  public static Optional<Language> ofPath(String path) {
    if (path == null) return Optional.empty();
    String first = path.startsWith("/") ? path.substring(1) : path;
    int end = first.indexOf('/');
    String segment = end < 0 ? first : first.substring(0, end);
    return Arrays.stream(values()).filter(language -> language.tag.equals(segment)).findFirst();
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
}
