package org.isonomia.page;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * The words of the application in one language. They come from {@code
 * text/<room>_<lang>.properties} (UTF-8); a key begins with the name of its room: {@code
 * intake.start.title}. Patterns are ICU messages with named arguments, because Polish and Ukrainian
 * count "few" and "many".
 *
 * <p>Thread-safe; one instance per language.
 */
public final class Texts {
  /** Rooms that may bring a text file; a war cannot list its own class path. */
  static final List<String> ROOMS =
      List.of(
          "intake",
          "casework",
          "referral",
          "partner",
          "council",
          "programme",
          "statistics",
          "administration",
          "rights",
          "access",
          "evidence",
          "privacy",
          "retention",
          "audit",
          "workflow",
          "page",
          "shared",
          "launch",
          "demo",
          "post",
          "vocabulary");

  /** The city's time: every date a person reads is local to it. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

  /** When this system property is {@code true}, a missing key is a fault instead of a warning. */
  public static final String STRICT = "isonomia.texts.strict";

  private static final Logger LOG = Logger.getLogger(Texts.class.getName());
  private static final Map<Language, Texts> ALL = new LinkedHashMap<>();

  static {
    for (Language language : Language.values()) ALL.put(language, new Texts(language));
  }

  private final Language language;
  private final Map<String, String> patterns;
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  private Texts(Language language) {
    this.language = language;
    this.patterns = load(language);
  }

  public static Texts of(Language language) {
    return ALL.get(language);
  }

  public Language language() {
    return language;
  }

  /** Whether this language has the key. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /** All keys of this language, sorted. */
  public Set<String> keys() {
    return new TreeSet<>(patterns.keySet());
  }

  /** The pattern as written, for tests. */
  Optional<String> pattern(String key) {
    return Optional.ofNullable(patterns.get(key));
  }

  /**
   * The sentence of a key.
   *
   * @param namesAndValues arguments in pairs: {@code t("page.daysLeft", "days", 3)}
   */
  public String t(String key, Object... namesAndValues) {
    String pattern = patterns.get(key);
    if (pattern == null) return missing(key, namesAndValues);
    if (namesAndValues.length == 0 && pattern.indexOf('{') < 0) return pattern;
    MessageFormat format =
        formats.computeIfAbsent(key, any -> new MessageFormat(pattern, language.locale()));
    Map<String, Object> arguments = arguments(key, namesAndValues);
    // MessageFormat is not thread-safe; a clone per call would cost more than a short lock
    synchronized (format) {
      return onceStopped(format.format(arguments));
    }
  }

  /** A Ukrainian date ends with a full stop of its own: at the end of a sentence one is enough. */
  private static String onceStopped(String sentence) {
    return sentence.contains(" р..")
        ? sentence.replaceAll("(\\d{4} р\\.)\\.(?!\\.)", "$1")
        : sentence;
  }

  private String missing(String key, Object[] namesAndValues) {
    if (Boolean.getBoolean(STRICT)) {
      throw new IllegalArgumentException("no text " + key + " in " + language.tag());
    }
    if (reported.add(key)) LOG.warning("no text " + key + " in " + language.tag());
    boolean polishHasIt = language != Language.PL && of(Language.PL).has(key);
    return polishHasIt ? of(Language.PL).t(key, namesAndValues) : key;
  }

  private static Map<String, Object> arguments(String key, Object[] namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("names and values must come in pairs: " + key);
    }
    Map<String, Object> arguments = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return arguments;
  }

  /**
   * The label of a stored code: {@code code("ground", "SEX")} reads {@code vocabulary.ground.SEX}.
   *
   * @param code a code or an enum constant; null gives an empty text
   */
  public String code(String kind, Object code) {
    if (code == null) return "";
    String name = code instanceof Enum<?> constant ? constant.name() : code.toString();
    return t("vocabulary." + kind + "." + name);
  }

  /** The labels of several codes, joined: "sex, age and disability". */
  public String codes(String kind, Collection<?> codes) {
    return list(codes.stream().map(code -> code(kind, code)).toList());
  }

  /** The choices of a vocabulary kind in the given order, with a hint where one is written. */
  public List<Choice> choices(String kind, Collection<?> codes) {
    return codes.stream()
        .map(code -> code instanceof Enum<?> constant ? constant.name() : code.toString())
        .map(
            code -> {
              String hint = "vocabulary." + kind + "." + code + ".hint";
              return Choice.of(code, code(kind, code), has(hint) ? t(hint) : null);
            })
        .toList();
  }

  /** "poniedziałek, 15 lutego 2027". */
  public String date(LocalDate date) {
    return format("page.format.date", date);
  }

  /** The date of an instant in the city: "poniedziałek, 15 lutego 2027". */
  public String date(Instant instant) {
    return date(LocalDate.ofInstant(instant, ZONE));
  }

  /** "15 lutego 2027", where the weekday would be noise. */
  public String shortDate(LocalDate date) {
    return format("page.format.shortDate", date);
  }

  public String shortDate(Instant instant) {
    return shortDate(LocalDate.ofInstant(instant, ZONE));
  }

  /** "poniedziałek, 15 lutego 2027, godz. 9:40". */
  public String dateTime(Instant instant) {
    return format("page.format.dateTime", instant.atZone(ZONE));
  }

  /** "9:40" in the city. */
  public String time(Instant instant) {
    return format("page.format.time", instant.atZone(ZONE));
  }

  private String format(String key, java.time.temporal.TemporalAccessor value) {
    return DateTimeFormatter.ofPattern(t(key), language.locale()).format(value);
  }

  /** "3 days". */
  public String days(long days) {
    return t("page.days", "days", days);
  }

  /** "3 days left", "due today", "2 days late". */
  public String daysLeft(long days) {
    if (days == 0) return t("page.dueToday");
    return days > 0 ? t("page.daysLeft", "days", days) : t("page.daysLate", "days", -days);
  }

  /** Time left until a due instant, in whole city days, or hours on the last day. */
  public String timeLeft(Instant now, Instant due) {
    return TimeLeft.of(now, due).text(this);
  }

  /** "5 hours". */
  public String hours(Duration duration) {
    return t("page.hours", "hours", duration.toHours());
  }

  /** "a, b and c" in this language. */
  public String list(Collection<?> items) {
    return ListFormatter.getInstance(language.locale()).format(items);
  }

  private static Map<String, String> load(Language language) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String room : ROOMS) {
      String name = "text/" + room + "_" + language.tag() + ".properties";
      try (InputStream stream = Texts.class.getClassLoader().getResourceAsStream(name)) {
        if (stream == null) continue;
        Properties file = new Properties();
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        file.load(reader);
        for (String key : file.stringPropertyNames()) {
          if (!key.startsWith(room + ".")) {
            throw new IllegalStateException(name + " holds a key of another room: " + key);
          }
          all.put(key, file.getProperty(key));
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return Map.copyOf(all);
  }
}
