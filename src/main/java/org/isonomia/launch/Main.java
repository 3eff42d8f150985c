package org.isonomia.launch;

import java.util.List;

/**
 * The program's entry. {@code java -jar isonomia.jar} is the outer process: it checks the settings
 * and starts the inner one with the virtual machine's options this program needs, which a jar
 * cannot carry; the inner one is everything else. With a word behind it, such as {@code backup}, it
 * does that and ends.
 */
public final class Main {
  private Main() {}

  /** Starts the program; settings come from properties, environment and file. */
  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals(VerifyAudit.COMMAND)) {
      var words = List.of(arguments);
      System.exit(VerifyAudit.run(words.subList(1, words.size()), System.out));
    }
    if (System.getProperty(InnerProcess.MARK) == null) {
      InnerProcess.startAndWait(arguments);
    } else if (arguments.length > 0) {
      Commands.run(arguments);
    } else {
      InnerProcess.endWithOuter();
      new Startup().run();
    }
  }
}
