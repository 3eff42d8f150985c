package org.isonomia.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the program does at the operator's word instead of serving: {@code backup} and {@code
 * restore}. They run in a process of their own, which has the cryptography of the room privacy on
 * its class path.
 */
final class Commands {
  static final Set<String> NAMES = Set.of("backup", "restore");

  static final String USAGE =
      "Usage: java -jar isonomia.jar                          starts the program\n"
          + "       java -jar isonomia.jar backup FOLDER --shares FOLDER2\n"
          + "       java -jar isonomia.jar restore FILE --shares FILE (--ledger FILE |"
          + " --without-ledger)\n"
          + "Settings are named in README.md.";

  private Commands() {}

  /** Runs a command and leaves with its exit code. */
  static void run(String[] arguments) {
    var console = new Console();
    endWithOuter();
    try {
      var settings =
          Settings.read(System.getProperties(), System.getenv(), Path.of("").toAbsolutePath());
      var given = Given.parse(arguments);
      if (arguments[0].equals("backup")) {
        new Backup(settings, console).run(given);
      } else {
        new Restore(settings, console).run(given);
      }
      System.exit(0);
    } catch (StartRefused e) {
      console.complain(e.getMessage());
      System.exit(e.exitCode());
    } catch (IOException | RuntimeException e) {
      console.complain("It did not work: " + e);
      System.exit(StartRefused.FAILED);
    }
  }

  /** Standard input is the operator's here; so the outer process is watched by its number. */
  private static void endWithOuter() {
    ProcessHandle.current()
        .parent()
        .ifPresent(outer -> outer.onExit().thenRun(() -> System.exit(StartRefused.FAILED)));
  }

  /**
   * The words after the command.
   *
   * @param options by name; a flag has an empty value
   */
  record Given(List<String> places, Map<String, String> options) {
    private static final Set<String> FLAGS = Set.of("--without-ledger");
    private static final Set<String> WITH_VALUE = Set.of("--shares", "--ledger");

    static Given parse(String[] arguments) {
      var places = new ArrayList<String>();
      var options = new LinkedHashMap<String, String>();
      for (int i = 1; i < arguments.length; i++) {
        var word = arguments[i];
        if (FLAGS.contains(word)) {
          options.put(word, "");
        } else if (WITH_VALUE.contains(word) && i + 1 < arguments.length) {
          options.put(word, arguments[++i]);
        } else if (word.startsWith("-") || word.isBlank()) {
          throw StartRefused.because("The word " + word + " is not understood.\n" + USAGE);
        } else {
          places.add(word);
        }
      }
      if (places.size() != 1) {
        throw StartRefused.because(USAGE);
      }
      return new Given(places, options);
    }

    Path place() {
      return Path.of(places.get(0)).toAbsolutePath().normalize();
    }

    /** {@code null} when it was not given. */
    Path path(String option) {
      var value = options.get(option);
      return value == null ? null : Path.of(value).toAbsolutePath().normalize();
    }
  }
}
