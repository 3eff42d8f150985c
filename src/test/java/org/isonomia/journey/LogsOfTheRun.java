package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs by itself when all integration tests have ended: what the programs printed holds no receipt,
 * no number of an acknowledgement, no address of a machine or a person, no word that a test told as
 * its story. A finding is told by its place and kind, never by what it holds.
 */
class LogsOfTheRun {
  private static final Path TARGET = Path.of("target");

  /**
   * Where the program listens and where its database is may be told, and nothing else of this
   * machine: the socket of whoever asks is printed as {@code /127.0.0.1:port} in a test.
   */
  private static final Pattern WHERE =
      Pattern.compile(
          "(?<=ready: |sign in at |link, once: )https?://(127\\.0\\.0\\.1|localhost)(:\\d+)?"
              + "|(jdbc:postgresql|postgres\\w*)://127\\.0\\.0\\.1:\\d+");

  private static final String CODE = "[2-9AC-HJKMNP-RT-Z]{4}";
  private static final Map<String, Pattern> KINDS =
      Map.of(
          "digits of a receipt",
          Pattern.compile("(?<![\\d.-])\\d{4}([ -]?\\d{4}){4}(?![\\d.-])"),
          "number of an acknowledgement",
          Pattern.compile(
              "(?<![0-9A-Z-])(?=[0-9A-Z-]*\\d)(?=[0-9A-Z-]*[A-Z])"
                  + CODE
                  + "(-"
                  + CODE
                  + "){3}(?![0-9A-Z-])"),
          "address of a machine",
          Pattern.compile(
              "(?<![\\d.-])(?!0\\.0\\.0\\.0)\\d{1,3}(\\.\\d{1,3}){3}(?![\\d.-])"
                  + "|(?<![\\w:])(::1|([0-9a-f]{1,4}:){7}[0-9a-f]{1,4})(?![\\w:])"),
          "e-mail address",
          Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+\\.?[a-z]{2,}"),
          "cookie",
          Pattern.compile("__Host-\\w+=\\S{20,}"));

  /** Longer texts in Polish or Ukrainian letters in the sources of tests are stories, too. */
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.){24,})\"");

  private static final Pattern TOLD_HERE = Pattern.compile("[ąćęłńóśźżА-Яа-яіїєґ]");

  @Test
  void hold_nothing_of_anybody() throws IOException {
    var logs = files(TARGET, 1, "program-.*\\.log");
    assertThat(logs).as("logs of the integration tests in target").isNotEmpty();
    var told = told();
    var found = new ArrayList<String>();
    for (var log : logs) {
      var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).split("\n");
      for (var i = 0; i < lines.length; i++) {
        for (var what : kinds(lines[i], told)) {
          found.add(log + ":" + (i + 1) + ": " + what);
        }
      }
    }
    for (var data : files(TARGET, 8, ".*access.*\\.(txt|log)")) {
      if (data.getName(1).toString().startsWith("data-")) {
        found.add(data + ": an access log");
      }
    }
    assertThat(found).isEmpty();
    System.out.println(
        logs.size() + " logs, nothing of anybody in them; looked for " + told.size() + " texts");
  }

  @Test
  void would_show_each_kind_of_thing_that_may_not_stand_there() {
    var told = Set.of("Pan Kowalski krzyczał na mnie");
    var clean =
        List.of(
            "Isonomia is ready: http://127.0.0.1:18080/pl/",
            "Demo city: sign in at http://127.0.0.1:18080/sign-in",
            "Flyway 11.8.2 took 1234 ms; 0.0.0.0 is not used",
            "ENGINE-03016 2026-11-22 10:15:30.123");
    assertThat(clean).allSatisfy(line -> assertThat(kinds(line, told)).isEmpty());
    var dirty =
        List.of(
            "receipt 1234 5678 9012 3456 7890",
            "receipt 12345678901234567890",
            "code 4A7C-9KPH-22ZT-7RRA",
            "from 10.1.2.3",
            "Connection reset by /127.0.0.1:51234",
            "refused http://127.0.0.1:51234",
            "from ::1",
            "from 2001:db8:0:0:0:0:0:17",
            "to ola@poczta.example",
            "Cookie: __Host-visit=abcdefghijklmnopqrstuvwx",
            "said: Pan Kowalski krzyczał na mnie wczoraj");
    assertThat(dirty).allSatisfy(line -> assertThat(kinds(line, told)).hasSize(1));
  }

  private static List<String> kinds(String line, Set<String> told) {
    var rest = WHERE.matcher(line).replaceAll("");
    var kinds = new ArrayList<String>();
    KINDS.forEach(
        (what, pattern) -> {
          if (pattern.matcher(rest).find()) {
            kinds.add(what);
          }
        });
    if (told.stream().anyMatch(line::contains)) {
      kinds.add("words of a story");
    }
    return kinds;
  }

  private static Set<String> told() throws IOException {
    var told = new TreeSet<>(Canaries.all());
    for (var source : files(Path.of("src/test/java"), 12, ".*\\.java")) {
      var literals = LITERAL.matcher(Files.readString(source));
      while (literals.find()) {
        var words = literals.group(1).replace("\\\"", "\"");
        if (words.contains(" ") && TOLD_HERE.matcher(words).find()) {
          told.add(words);
        }
      }
    }
    return told;
  }

  private static List<Path> files(Path folder, int depth, String name) throws IOException {
    try (Stream<Path> paths = Files.walk(folder, depth)) {
      return paths
          .filter(path -> path.getFileName().toString().matches(name))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }
}
