package org.isonomia.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TextsTest {
  /** What may read the same in Polish and English. */
  private static final Set<String> SAME_IN_POLISH_AND_ENGLISH =
      Set.of(
          "Kraków",
          "media",
          "e-mail",
          "E-mail",
          "Status",
          "PDF",
          "PIN",
          "Imię",
          "Administrator",
          "Start",
          "Login",
          "login");

  private static final Texts PL = Texts.of(Language.PL);
  private static final Texts EN = Texts.of(Language.EN);
  private static final Texts UK = Texts.of(Language.UK);

  @BeforeAll
  static void strict() {
    System.setProperty(Texts.STRICT, "true");
  }

  @AfterAll
  static void lenient() {
    System.clearProperty(Texts.STRICT);
  }

  @Test
  void a_ukrainian_date_at_the_end_of_a_sentence_has_one_full_stop() {
    var uk = Texts.of(Language.UK);
    var day = uk.date(java.time.LocalDate.of(2026, 11, 22));
    assertThat(uk.t("casework.draft.assessment", "due", day))
        .endsWith("22 листопада 2026 р.")
        .doesNotContain("..");
  }

  @Test
  void every_key_is_there_in_every_language() {
    for (Language language : Language.values()) {
      Set<String> missing = new TreeSet<>(allKeys());
      missing.removeAll(Texts.of(language).keys());
      assertThat(missing).as("missing in " + language.tag()).isEmpty();
    }
  }

  @Test
  void every_message_compiles_and_names_the_same_arguments() {
    for (String key : allKeys()) {
      Set<String> polish = arguments(PL, key);
      for (Language language : Language.values()) {
        assertThat(arguments(Texts.of(language), key))
            .as(key + " in " + language)
            .isEqualTo(polish);
      }
    }
  }

  @Test
  void nothing_is_left_untranslated() {
    List<String> suspects = new ArrayList<>();
    for (String key : allKeys()) {
      String polish = PL.pattern(key).orElse("");
      String english = EN.pattern(key).orElse("");
      String ukrainian = UK.pattern(key).orElse("");
      if (key.startsWith("page.format.")) continue;
      boolean words =
          polish.replaceAll("\\{[^}]*}", "").codePoints().filter(Character::isLetter).count() > 3;
      if (!words) continue;
      if (polish.equals(english) && !SAME_IN_POLISH_AND_ENGLISH.contains(polish))
        suspects.add("en " + key);
      boolean cyrillic =
          ukrainian
              .codePoints()
              .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
      if (!cyrillic) suspects.add("uk " + key);
    }
    assertThat(suspects).isEmpty();
  }

  @Test
  void every_key_that_code_or_templates_name_is_there() throws IOException {
    Pattern named =
        Pattern.compile(
            "\\b(?:t|error|NavItem)\\((?:\"[A-Za-z0-9-]+\",\\s*)?\"([a-z]+(?:\\.[A-Za-z0-9_-]+)+)\"(?!\\s*\\+)");
    Set<String> missing = new TreeSet<>();
    for (Path root : List.of(Path.of("src/main/java"), Path.of("src/main/jte"))) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          // package notes show examples
          if (file.endsWith("package-info.java")) continue;
          Matcher matcher = named.matcher(Files.readString(file));
          while (matcher.find()) {
            String key = matcher.group(1);
            boolean ours = Texts.ROOMS.contains(key.substring(0, key.indexOf('.')));
            if (ours && !PL.has(key)) missing.add(key + " in " + file.getFileName());
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void ukrainian_has_no_letters_that_are_russian_only() {
    assertThat(UK.keys())
        .filteredOn(key -> UK.pattern(key).orElse("").matches("(?s).*[ыэъёЫЭЪЁ].*"))
        .isEmpty();
  }

  @Test
  void no_file_names_a_key_twice() throws IOException {
    List<String> twice = new ArrayList<>();
    for (String room : Texts.ROOMS) {
      for (Language language : Language.values()) {
        String name = "/text/" + room + "_" + language.tag() + ".properties";
        try (InputStream stream = TextsTest.class.getResourceAsStream(name)) {
          if (stream == null) continue;
          Set<String> seen = new HashSet<>();
          var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
          reader
              .lines()
              .map(String::strip)
              .filter(line -> line.startsWith(room + "."))
              .map(line -> line.split("[ =:]", 2)[0])
              .filter(key -> !seen.add(key))
              .forEach(key -> twice.add(name + " " + key));
        }
      }
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void polish_counts_one_few_and_many() {
    assertThat(PL.days(1)).isEqualTo("1 dzień");
    assertThat(PL.days(2)).isEqualTo("2 dni");
    assertThat(PL.daysLeft(1)).isEqualTo("Został 1 dzień");
    assertThat(PL.daysLeft(3)).isEqualTo("Zostały 3 dni");
    assertThat(PL.daysLeft(5)).isEqualTo("Zostało 5 dni");
    assertThat(PL.daysLeft(12)).isEqualTo("Zostało 12 dni");
    assertThat(PL.daysLeft(22)).isEqualTo("Zostały 22 dni");
    assertThat(PL.daysLeft(0)).isEqualTo("Termin dziś");
    assertThat(PL.daysLeft(-2)).isEqualTo("2 dni po terminie");
  }

  @Test
  void ukrainian_counts_one_few_and_many() {
    assertThat(UK.days(1)).isEqualTo("1 день");
    assertThat(UK.days(3)).isEqualTo("3 дні");
    assertThat(UK.days(11)).isEqualTo("11 днів");
    assertThat(UK.days(21)).isEqualTo("21 день");
  }

  @Test
  void dates_are_written_out_in_the_citys_time() {
    Instant filed = Instant.parse("2027-02-15T08:40:00Z");
    assertThat(PL.dateTime(filed)).isEqualTo("poniedziałek, 15 lutego 2027, godz. 9:40");
    assertThat(EN.dateTime(filed)).isEqualTo("Monday 15 February 2027 at 9:40");
    assertThat(UK.dateTime(filed)).isEqualTo("понеділок, 15 лютого 2027 р., о 9:40");
    assertThat(PL.shortDate(LocalDate.of(2027, 3, 1))).isEqualTo("1 marca 2027");
    // half past eleven at night in London is tomorrow in Kraków
    assertThat(EN.shortDate(Instant.parse("2027-03-06T23:30:00Z"))).isEqualTo("7 March 2027");
  }

  @Test
  void lists_read_as_a_sentence() {
    assertThat(EN.codes("ground", List.of("SEX", "AGE", "DISABILITY")))
        .isEqualTo("sex, age and disability");
    assertThat(PL.codes("ground", List.of("SEX", "AGE"))).isEqualTo("płeć i wiek");
  }

  @Test
  void a_missing_key_is_a_fault_in_tests_and_the_key_in_production() {
    assertThatThrownBy(() -> EN.t("page.none")).isInstanceOf(IllegalArgumentException.class);
    System.clearProperty(Texts.STRICT);
    try {
      assertThat(EN.t("page.none")).isEqualTo("page.none");
    } finally {
      System.setProperty(Texts.STRICT, "true");
    }
  }

  private static Set<String> allKeys() {
    Set<String> all = new TreeSet<>();
    for (Language language : Language.values()) all.addAll(Texts.of(language).keys());
    return all;
  }

  private static Set<String> arguments(Texts texts, String key) {
    String pattern = texts.pattern(key).orElse("");
    // without an argument the text is taken as it is
    if (pattern.indexOf('{') < 0) return Set.of();
    return new TreeSet<>(new MessageFormat(pattern, texts.language().locale()).getArgumentNames());
  }
}
