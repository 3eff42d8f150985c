package org.isonomia.launch;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import sun.misc.Signal;

/**
 * The process that does the work, started by a small outer one with options for a short start and a
 * small memory: one garbage collector thread, and an archive of the server's loaded classes that
 * the first run writes when it stops. The two live and die together.
 */
final class InnerProcess {
  /** System property of the inner process. */
  static final String MARK = "isonomia-inner";

  private static final int KILLED = 137;

  /**
   * What the inner process gets. The optimizing compiler keeps its usual thresholds: begun later,
   * it made the start no shorter, and a busy program slower.
   */
  private static final List<String> OPTIONS =
      List.of("-Xmx400m", "-XX:+ExitOnOutOfMemoryError", "-Xlog:disable", "-Xshare:auto");

  private InnerProcess() {}

  /** Runs the inner process to its end and leaves with its exit code. */
  static void startAndWait(String[] arguments) {
    var console = new Console();
    try {
      if (arguments.length > 0 && !Commands.NAMES.contains(arguments[0])) {
        throw StartRefused.because(
            "Isonomia takes no arguments but its commands.\n" + Commands.USAGE);
      }
      // a wrong setting is told at once
      var settings =
          Settings.read(System.getProperties(), System.getenv(), Path.of("").toAbsolutePath());
      System.exit(arguments.length > 0 ? command(arguments) : run(settings, console));
    } catch (StartRefused e) {
      console.complain(e.getMessage());
      System.exit(e.exitCode());
    } catch (IOException | InterruptedException e) {
      console.complain("Isonomia cannot start: " + e);
      System.exit(StartRefused.FAILED);
    }
  }

  /** In the inner process: when the outer one is killed, there is nobody left to stop this one. */
  static void endWithOuter() {
    var watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // the outer process says nothing; it only is there
                }
              } catch (IOException e) {
                // as good as the end
              }
              Runtime.getRuntime().halt(KILLED);
            },
            "outer-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static int run(Settings settings, Console console)
      throws IOException, InterruptedException {
    var jar = jar();
    var archive = archive(jar, settings);
    var fresh = archive.resolveSibling(archive.getFileName() + "." + ProcessHandle.current().pid());
    var builder = new ProcessBuilder(command(jar, archive, fresh));
    // the allocator's pools, one for each busy thread, would keep tens of megabytes that nobody
    // uses
    builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
    builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    var inner = builder.start();
    // by the handle: destroy() of the process would also close the pipe that the inner one watches
    var handle = inner.toHandle();
    for (var name : new String[] {"INT", "TERM"}) {
      Signal.handle(new Signal(name), signal -> handle.destroy());
    }
    int code = inner.waitFor();
    if (code == 0 && Files.exists(fresh)) {
      Files.move(fresh, archive, StandardCopyOption.ATOMIC_MOVE);
      deleteOthers(archive);
    } else {
      Files.deleteIfExists(fresh);
    }
    if (code > 128) {
      console.complain("Isonomia was ended from outside (" + code + ").");
      return StartRefused.FAILED;
    }
    return code;
  }

  /** A command has the operator's own console, and more classes on its path than the server. */
  private static int command(String[] arguments) throws IOException, InterruptedException {
    var jar = jar();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-D" + MARK + "=true");
    command.add("-cp");
    command.add(
        jar
            + File.pathSeparator
            + jar.resolveSibling("lib").resolve("commands").resolve("isonomia-commands.jar"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    var inner = new ProcessBuilder(command).inheritIO().start();
    var handle = inner.toHandle();
    for (var name : new String[] {"INT", "TERM"}) {
      Signal.handle(new Signal(name), signal -> handle.destroy());
    }
    int code = inner.waitFor();
    return code > 128 ? StartRefused.FAILED : code;
  }

  /** Archives of earlier builds are of no use any more. */
  private static void deleteOthers(Path archive) throws IOException {
    try (var others = Files.newDirectoryStream(archive.getParent(), "isonomia-*.jsa")) {
      for (var other : others) {
        if (!other.equals(archive)) {
          Files.deleteIfExists(other);
        }
      }
    }
  }

  private static List<String> command(Path jar, Path archive, Path fresh) {
    var given = ManagementFactory.getRuntimeMXBean().getInputArguments();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (given.stream().noneMatch(option -> option.matches("-XX:\\+Use\\w*GC"))) {
      command.add("-XX:+UseSerialGC");
    }
    command.addAll(OPTIONS);
    command.add(
        Files.exists(archive)
            ? "-XX:SharedArchiveFile=" + archive
            : "-XX:ArchiveClassesAtExit=" + fresh);
    command.addAll(given); // the operator's options come later and win
    command.add("-D" + MARK + "=true");
    command.add("-jar");
    command.add(jar.toString());
    return command;
  }

  static Path jar() {
    try {
      return Path.of(
          InnerProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw StartRefused.because("The program's own jar cannot be found.", e);
    }
  }

  /**
   * Where the archive of classes lies: beside the jar, else in the data folder. Its name tells the
   * virtual machine and the libraries it was made of; another one is simply not found.
   */
  private static Path archive(Path jar, Settings settings) throws IOException {
    var folder = jar.getParent();
    if (!Files.isWritable(folder)) {
      folder = Files.createDirectories(settings.dataDir());
    }
    return folder.resolve("isonomia-" + fingerprint(jar) + ".jsa");
  }

  private static String fingerprint(Path jar) throws IOException {
    var described = new StringBuilder(System.getProperty("java.vm.version"));
    var lib = jar.resolveSibling("lib");
    try (Stream<Path> files = Files.exists(lib) ? Files.walk(lib) : Stream.empty()) {
      for (var file : Stream.concat(Stream.of(jar), files.sorted()).toList()) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          described
              .append(File.pathSeparator)
              .append(file)
              .append(Files.size(file))
              .append(Files.getLastModifiedTime(file));
        }
      }
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(described.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
