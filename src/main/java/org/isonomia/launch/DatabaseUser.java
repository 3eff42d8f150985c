package org.isonomia.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Under which user PostgreSQL runs. It refuses to run as root, so a program started by root puts a
 * few words before each of its commands; started by anybody else there is nothing to do.
 *
 * @param name owner of the database's folder; empty: the program's own user
 * @param before words before each command
 */
record DatabaseUser(String name, List<String> before) {
  private static final DatabaseUser SAME = new DatabaseUser("", List.of());
  private static final int PATIENCE_SECONDS = 20;

  /**
   * Finds a way that works on this machine: an unprivileged user, else a user namespace.
   *
   * @param folder the database's folder, which it gives to that user
   * @param binaries folder of the programs
   * @return empty when no way works
   */
  static Optional<DatabaseUser> find(Path folder, Path binaries) throws IOException {
    if (!runsAsRoot()) {
      return Optional.of(SAME);
    }
    var ways = new ArrayList<DatabaseUser>();
    for (var user : List.of("postgres", "nobody")) {
      ways.add(new DatabaseUser(user, setpriv(user)));
    }
    ways.add(new DatabaseUser("root", List.of("unshare", "-U")));
    var owner = Files.getOwner(folder).getName();
    // a database that is there keeps its user, or PostgreSQL would not open it
    boolean settled = Files.exists(folder.resolve("cluster"));
    for (var way : ways) {
      if (settled && !way.name.equals(owner)) {
        continue;
      }
      if (way.works(folder, binaries, settled)) {
        return Optional.of(way);
      }
    }
    return Optional.empty();
  }

  /** The command as this user. */
  List<String> command(Path program, String... arguments) {
    var command = new ArrayList<>(before);
    command.add(program.toString());
    command.addAll(List.of(arguments));
    return command;
  }

  /** Gives a file or folder to this user. */
  void own(Path path) throws IOException {
    if (!before.isEmpty()) {
      var users = path.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(path, users.lookupPrincipalByName(name));
    }
  }

  private static List<String> setpriv(String user) throws IOException {
    return List.of("setpriv", "--reuid=" + user, "--regid=" + groupOf(user), "--clear-groups");
  }

  /** The number of a user's own group; Debian's nobody has nogroup, others call it otherwise. */
  private static String groupOf(String user) throws IOException {
    for (var line : Files.readAllLines(Path.of("/etc/passwd"))) {
      var fields = line.split(":");
      if (fields.length > 3 && fields[0].equals(user)) {
        return fields[3];
      }
    }
    return "65534";
  }

  private boolean works(Path folder, Path binaries, boolean settled) {
    try {
      if (!settled) {
        own(folder);
      }
      var test = "test -w \"$1\" && \"$2\" --version";
      var command =
          command(
              Path.of("/bin/sh"),
              "-c",
              test,
              "sh",
              folder.toString(),
              binaries.resolve("bin/postgres").toString());
      var process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false; // no such program, or no such user
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean runsAsRoot() {
    try {
      var process = new ProcessBuilder("id", "-u").start();
      var id = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return id.strip().equals("0");
    } catch (IOException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }
}
