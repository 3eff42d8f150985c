package org.isonomia.launch;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.isonomia.privacy.BackupLock;

/**
 * A file that two people open. In clear it says what it is and of when; the rest is compressed and
 * sealed (AES-256-GCM in segments) under a key of its own, which is wrapped for the escrow key
 * (HPKE). A changed, missing or exchanged byte is noticed, also a cut-off end.
 */
final class BackupFile {
  /** What the file says in clear. Never content. */
  record Header(Kind kind, Instant taken, String release, String schema, String escrow) {
    private String text() {
      return String.join(
          "\n",
          MAGIC,
          "kind=" + kind,
          "taken=" + taken,
          "release=" + release,
          "schema=" + schema,
          "escrow=" + escrow,
          "");
    }

    private byte[] bytes() {
      return text().getBytes(StandardCharsets.UTF_8);
    }
  }

  /** What is in it. */
  enum Kind {
    DATABASE,
    SHARES
  }

  private static final String MAGIC = "ISONOMIA BACKUP 1";
  private static final String PART = ".part";
  private static final int KEY = 32;
  private static final int SEGMENT = 1 << 20;
  private static final int LONGEST_HEADER = 4096;
  private static final int BUFFER = 1 << 16;

  private BackupFile() {}

  /** Writes what goes in. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  // ------------------------------------------------------------------ writing

  /**
   * A file under a temporary name, complete and on disk, readable by its owner only.
   *
   * @return where it lies; {@link #publish} gives it its name
   */
  static Path prepare(Path target, Header header, BackupLock lock, Content content)
      throws IOException {
    var folder = target.getParent();
    forgetCutOff(folder);
    var part =
        folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + PART);
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      write(part, header, lock, content);
      return part;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  private static void write(Path part, Header header, BackupLock lock, Content content)
      throws IOException {
    var key = new byte[KEY];
    new SecureRandom().nextBytes(key);
    var said = header.bytes();
    var wrapped =
        ("key=" + Base64.getEncoder().encodeToString(lock.wrap(key, said)) + "\n\n")
            .getBytes(StandardCharsets.UTF_8);
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE);
        var file =
            new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel), BUFFER)) {
      file.write(said);
      file.write(wrapped);
      // the streams above the file end before the file is forced to the disk
      var open =
          new java.io.FilterOutputStream(file) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
              out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
              flush();
            }
          };
      try (var packed =
          new GZIPOutputStream(
              streaming(key).newEncryptingStream(open, both(said, wrapped)), BUFFER)) {
        content.write(packed);
      }
      file.flush();
      channel.force(true);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives a prepared file its name, in place of an older one, all at once. */
  static void publish(Path part, Path target) throws IOException {
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (var folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
      folder.force(true); // the name, too
    }
  }

  /** What a killed backup left behind. */
  private static void forgetCutOff(Path folder) throws IOException {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*" + PART)) {
      for (var part : parts) {
        var name = part.getFileName().toString();
        var pid = name.replaceAll(".*\\.(\\d+)\\" + PART + "$", "$1");
        if (pid.matches("\\d{1,10}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  private static AesGcmHkdfStreaming streaming(byte[] key) throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(key, "HmacSha256", KEY, SEGMENT, 0);
  }

  private static byte[] both(byte[] a, byte[] b) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(a);
    all.writeBytes(b);
    return all.toByteArray();
  }

  // ------------------------------------------------------------------ reading

  /**
   * @throws StartRefused when it is no backup
   */
  static Header header(Path file) {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      return opening(in, file).header;
    } catch (IOException e) {
      throw StartRefused.because("The file " + file + " cannot be read.", e);
    }
  }

  private record Opening(Header header, byte[] wrapped, byte[] associated) {}

  private static Opening opening(InputStream in, Path file) throws IOException {
    var said = new ByteArrayOutputStream();
    var fields = new LinkedHashMap<String, String>();
    var first = line(in);
    if (!MAGIC.equals(first)) {
      throw StartRefused.because("The file " + file + " is no backup of Isonomia.");
    }
    said.writeBytes((first + "\n").getBytes(StandardCharsets.UTF_8));
    while (true) {
      var line = line(in);
      if (line.isEmpty()) {
        break;
      }
      var at = line.indexOf('=');
      if (at < 0) {
        throw damaged(file);
      }
      fields.put(line.substring(0, at), line.substring(at + 1));
      said.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    said.write('\n');
    return new Opening(header(fields, file), key(fields, file), said.toByteArray());
  }

  private static Header header(Map<String, String> fields, Path file) {
    try {
      return new Header(
          Kind.valueOf(fields.get("kind")),
          Instant.parse(fields.get("taken")),
          fields.get("release"),
          fields.get("schema"),
          fields.get("escrow"));
    } catch (RuntimeException e) {
      throw damaged(file);
    }
  }

  private static byte[] key(Map<String, String> fields, Path file) {
    try {
      return Base64.getDecoder().decode(fields.get("key"));
    } catch (RuntimeException e) {
      throw damaged(file);
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    int next;
    while ((next = in.read()) != '\n') {
      if (next < 0 || line.size() > LONGEST_HEADER) {
        return line.toString(StandardCharsets.ISO_8859_1);
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** Reads what is in it. */
  interface Reading {
    void read(InputStream in) throws IOException;
  }

  /**
   * Opens the file and reads it to its end.
   *
   * @throws StartRefused when the parts do not open it, or a byte of it is not what was written
   */
  static void read(Path file, BackupLock.Opener opener, Reading reading) {
    try (var in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      var opening = opening(in, file);
      requireFor(opening.header, opener, file);
      var key =
          opener.unwrap(opening.wrapped, opening.header.bytes()).orElseThrow(() -> damaged(file));
      var plain =
          new BufferedInputStream(
              streaming(key).newDecryptingStream(in, opening.associated), BUFFER);
      reading.read(new GZIPInputStream(plain, BUFFER));
      while (plain.read() >= 0) {
        // to the very end, which is sealed, too
      }
    } catch (EOFException | java.util.zip.ZipException e) {
      throw damaged(file);
    } catch (IOException | GeneralSecurityException e) {
      if (e.getCause() instanceof java.sql.SQLException || e.getCause() instanceof StartRefused) {
        throw StartRefused.because("The backup could not be loaded: " + e.getMessage(), e);
      }
      throw damaged(file);
    }
  }

  /** Two parts of another escrow key are good parts, but not for this file. */
  static void requireFor(Header header, BackupLock.Opener opener, Path file) {
    if (!opener.fingerprint().equals(header.escrow())) {
      throw StartRefused.because(
          "These two parts do not open "
              + file
              + ": it was made for the escrow key "
              + header.escrow().substring(0, Math.min(16, header.escrow().length()))
              + "…");
    }
  }

  private static StartRefused damaged(Path file) {
    return StartRefused.because(
        "The file " + file + " is damaged or cut off; nothing was restored. Take another copy.");
  }
}
