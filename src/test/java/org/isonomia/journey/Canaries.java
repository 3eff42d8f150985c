package org.isonomia.journey;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;

/**
 * What no log may hold: stories that tests told and receipts that they got, a line each in {@code
 * target/canaries}. {@link LogsOfTheRun} looks for them in what the programs printed.
 */
final class Canaries {
  private static final Path FILE = Path.of("target", "canaries");

  private Canaries() {}

  /** Anything shorter may stand in a log by chance. */
  static synchronized void add(String secret) {
    var line = secret.replaceAll("\\R.*", "").strip();
    if (line.length() < 12) {
      return;
    }
    try {
      Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that was told since the folder was made, receipts without blanks, too. */
  static Set<String> all() throws IOException {
    var all = new TreeSet<String>();
    if (Files.exists(FILE)) {
      for (var line : Files.readAllLines(FILE)) {
        all.add(line);
        if (line.matches("[\\d ]{24}")) {
          all.add(line.replace(" ", ""));
        }
      }
    }
    return all;
  }

  static void addReceipt(JsonObject answer) {
    if (answer.containsKey("receipt")) {
      add(answer.getString("receipt"));
    }
  }
}
