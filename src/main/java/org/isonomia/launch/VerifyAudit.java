package org.isonomia.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * The command that checks an export of the audit. What it does is in the application, beside this
 * launcher: nothing is started, no database is needed.
 */
final class VerifyAudit {
  static final String COMMAND = "verify-audit";
  private static final String VERIFIER = "org.isonomia.audit.VerifyExport";

  private VerifyAudit() {}

  static int run(List<String> arguments, PrintStream out) {
    var war = InnerProcess.jar().resolveSibling("isonomia.war");
    try (var application =
        new URLClassLoader(
            new URL[] {URI.create("jar:" + war.toUri() + "!/WEB-INF/classes/").toURL()},
            VerifyAudit.class.getClassLoader())) {
      return (Integer)
          application
              .loadClass(VERIFIER)
              .getMethod("run", List.class, PrintStream.class)
              .invoke(null, arguments, out);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (IOException | ReflectiveOperationException e) {
      out.println("The application is missing: " + war + ".");
      return StartRefused.FAILED;
    }
  }
}
