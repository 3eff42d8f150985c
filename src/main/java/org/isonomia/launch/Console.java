package org.isonomia.launch;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.logging.LogManager;

/** Says to the person at the console what goes on, in plain lines. */
final class Console {
  private final PrintStream out;
  private final PrintStream err;

  /** Keeps the streams as they are now; the server may put its own in their place later. */
  Console() {
    this.out = System.out;
    this.err = System.err;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  /** From now on only this console is heard: a server that stops has much to say to nobody. */
  void silenceOthers() {
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    System.setOut(nowhere);
    System.setErr(nowhere);
    LogManager.getLogManager().reset(); // its handlers hold the old streams
  }

  void complain(String line) {
    err.println(line);
    err.flush();
  }
}
