package org.isonomia.launch;

/**
 * The program cannot start or cannot go on; the message is one sentence for the person at the
 * console. It names what to change and never holds a password.
 */
final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A setting is wrong (EX_CONFIG of sysexits.h). */
  static final int WRONG_SETTING = 78;

  /** Anything else that keeps the program from starting. */
  static final int FAILED = 1;

  private final int exitCode;

  private StartRefused(int exitCode, String sentence, Throwable cause) {
    super(sentence, cause);
    this.exitCode = exitCode;
  }

  static StartRefused setting(String name, String sentence) {
    return new StartRefused(WRONG_SETTING, "The setting " + name + " " + sentence, null);
  }

  static StartRefused because(String sentence) {
    return new StartRefused(FAILED, sentence, null);
  }

  static StartRefused because(String sentence, Throwable cause) {
    return new StartRefused(FAILED, sentence, cause);
  }

  int exitCode() {
    return exitCode;
  }
}
