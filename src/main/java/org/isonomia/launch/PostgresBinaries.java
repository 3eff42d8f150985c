package org.isonomia.launch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, which come as a compressed archive inside a library. */
final class PostgresBinaries {
  /** Files made by another major version cannot be read; the number is that of the library. */
  static final String MAJOR_VERSION = "18";

  private static final int BLOCK = 512;

  private PostgresBinaries() {}

  /**
   * Unpacks the programs for this machine once.
   *
   * @param folder where their folder is made
   * @return the folder with bin, lib and share
   */
  static Path unpack(Path folder) throws IOException {
    var resource = resource();
    // the archive's size tells one release from another without reading it
    long size;
    try (var in = PostgresBinaries.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw StartRefused.because(
            "There is no embedded PostgreSQL for this machine ("
                + System.getProperty("os.name")
                + ", "
                + System.getProperty("os.arch")
                + "); set "
                + Settings.JDBC_URL
                + " to a PostgreSQL of your own.");
      }
      size = PostgresBinaries.class.getResource(resource).openConnection().getContentLengthLong();
    }
    var home = folder.resolve("postgresql-" + MAJOR_VERSION + "-" + size);
    if (Files.isDirectory(home)) {
      return home;
    }
    var half = folder.resolve(home.getFileName() + ".half");
    DataFolder.deleteTree(half);
    Files.createDirectories(half);
    try (var in =
        new XZInputStream(
            new BufferedInputStream(PostgresBinaries.class.getResourceAsStream(resource)))) {
      untar(in, half);
    }
    Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
    return Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String resource() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var arm = System.getProperty("os.arch").matches("aarch64|arm64");
    return "/postgres-"
        + (system.startsWith("mac") ? "darwin" : system.startsWith("linux") ? "linux" : system)
        + (arm ? "-arm_64" : "-x86_64")
        + ".txz";
  }

  /** Reads a tar archive (ustar, GNU long names, pax headers skipped) of files and links. */
  static void untar(InputStream in, Path target) throws IOException {
    var header = new byte[BLOCK];
    String longName = null;
    while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
      long size = Long.parseLong(text(header, 124, 12).strip(), 8);
      char type = (char) header[156];
      if (type == 'L') {
        longName = text(in.readNBytes((int) size), 0, (int) size);
        skipPadding(in, size);
        continue;
      }
      var name = text(header, 0, 100);
      var prefix = text(header, 345, 155);
      if (text(header, 257, 6).equals("ustar") && !prefix.isEmpty()) {
        name = prefix + "/" + name;
      }
      if (longName != null) {
        name = longName;
        longName = null;
      }
      var path = target.resolve(name).normalize();
      if (!path.startsWith(target)) {
        throw new IOException("a name leads out of the archive");
      }
      switch (type) {
        case '5' -> {
          Files.createDirectories(path);
          // whatever the umask says: the database's user must pass
          Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        case '2' -> {
          Files.createDirectories(path.getParent());
          Files.createSymbolicLink(path, Path.of(text(header, 157, 100)));
        }
        case '0', '\0' -> {
          Files.createDirectories(path.getParent());
          try (var out = Files.newOutputStream(path)) {
            copy(in, out, size);
          }
          boolean executable = (Integer.parseInt(text(header, 100, 8).strip(), 8) & 0100) != 0;
          Files.setPosixFilePermissions(
              path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
          skipPadding(in, size);
        }
        case 'x', 'g' -> {
          in.skipNBytes(size);
          skipPadding(in, size);
        }
        default -> throw new IOException("unexpected kind of archive entry: " + type);
      }
    }
  }

  private static void copy(InputStream in, OutputStream out, long size) throws IOException {
    var buffer = new byte[1 << 16];
    long left = size;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("the archive ends too early");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  private static void skipPadding(InputStream in, long size) throws IOException {
    in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }
}
