package org.isonomia.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/**
 * The one folder the program writes to, held by one program at a time. What lies in it is readable
 * by the program's user only; the database's folder belongs to the database's user.
 */
final class DataFolder implements AutoCloseable {
  /** Passwords, the application's secret and the database's port: backed up with the data. */
  static final String KEPT = "kept.properties";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;
  private static final Duration LET_GO_WITHIN = Duration.ofSeconds(3);
  private static final Duration POLL = Duration.ofMillis(50);

  private final Path root;
  private final FileChannel lockFile;
  private final Properties kept = new Properties();

  private DataFolder(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /**
   * Makes the folder if needed and takes it.
   *
   * @throws StartRefused when it cannot be written or another program holds it
   */
  static DataFolder take(Path root) {
    try {
      if (!Files.exists(root)) {
        Files.createDirectories(root);
        // 0711: the database's user passes through when the program runs as root; all within is
        // closed to it but its own
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
      }
      var channel =
          FileChannel.open(
              root.resolve("program.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(channel)) {
        channel.close();
        throw StartRefused.because(
            "Another Isonomia is already running on "
                + root
                + "; stop it, or set "
                + Settings.DATA_DIR
                + " to another folder.");
      }
      var folder = new DataFolder(root, channel);
      folder.emptyTemp();
      folder.readKept();
      return folder;
    } catch (IOException | UnsupportedOperationException e) {
      throw StartRefused.setting(
          Settings.DATA_DIR, "names a folder that cannot be written: " + root + ".");
    }
  }

  /** One that was killed a moment ago may still be about to let go. */
  private static boolean lock(FileChannel channel) throws IOException {
    long deadline = System.nanoTime() + LET_GO_WITHIN.toNanos();
    do {
      try {
        if (channel.tryLock() != null) {
          return true;
        }
      } catch (OverlappingFileLockException e) {
        return false;
      }
      LockSupport.parkNanos(POLL.toNanos());
    } while (System.nanoTime() < deadline);
    return false;
  }

  Path root() {
    return root;
  }

  /** A folder of that name for the program's user only. */
  Path closed(String name) throws IOException {
    var folder = Files.createDirectories(root.resolve(name));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    return folder;
  }

  /** Temporary files; emptied at each start, because a killed program leaves its behind. */
  Path temp() {
    return root.resolve("temp");
  }

  /**
   * A random secret (32 bytes, base64url) that is made once and then kept in a file of mode 0600.
   */
  String secret(String name) throws IOException {
    return kept("secret." + name, DataFolder::random);
  }

  /** A value that is chosen once and then kept. */
  String kept(String name, Choice choice) throws IOException {
    var value = kept.getProperty(name);
    if (value == null) {
      value = choice.choose();
      keep(name, value);
    }
    return value;
  }

  /** Chooses a value that is not yet known. */
  interface Choice {
    String choose() throws IOException;
  }

  void keep(String name, String value) throws IOException {
    kept.setProperty(name, value);
    var file = keptFile();
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Writer writer = Files.newBufferedWriter(fresh)) {
      kept.store(writer, "Made by Isonomia. Keep it with the data and keep it secret.");
    }
    try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Gives the folder free for another program. */
  @Override
  public void close() throws IOException {
    lockFile.close();
  }

  static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static String random() {
    var bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private Path keptFile() {
    return root.resolve(KEPT);
  }

  /** What a data folder keeps, without taking the folder. */
  static Properties keptOf(Path root) throws IOException {
    var found = new Properties();
    var file = root.resolve(KEPT);
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        found.load(reader);
      }
    }
    return found;
  }

  private void readKept() throws IOException {
    kept.putAll(keptOf(root));
  }

  private void emptyTemp() throws IOException {
    deleteTree(temp());
    closed("temp");
  }
}
