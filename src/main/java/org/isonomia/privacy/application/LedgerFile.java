package org.isonomia.privacy.application;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeSet;
import org.isonomia.privacy.LedgerRows;

/**
 * A file that only grows, one line for each line of the ledger; on disk before {@link #append}
 * comes back. Numbers are given before transactions end, so a smaller one may come after a larger
 * one, however many later: what may still come is asked for until every transaction that could have
 * it has ended. A file that is opened is compared with the whole ledger once.
 */
final class LedgerFile {
  private final Path path;
  private final TreeSet<Long> known = new TreeSet<>();
  private final ArrayDeque<LedgerRows.Horizon> moments = new ArrayDeque<>();
  private long settled;

  private LedgerFile(Path path) {
    this.path = path;
  }

  static LedgerFile open(Path path) throws IOException {
    var file = new LedgerFile(path);
    if (!Files.exists(path)) {
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return file;
    }
    file.mendCutOffEnd();
    try (var lines = Files.lines(path)) {
      lines.forEach(file::remember);
    }
    return file;
  }

  /** A line that a kill cut off is written anew; what is left of it must not hide the next one. */
  private void mendCutOffEnd() throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = channel.size();
      var one = ByteBuffer.allocate(1);
      while (end > 0) {
        one.clear();
        channel.read(one, end - 1);
        if (one.get(0) == '\n') {
          break;
        }
        end--;
      }
      channel.truncate(end);
    }
  }

  private void remember(String line) {
    var number = line.split(" ", 2)[0];
    if (number.matches("\\d{1,18}")) {
      known.add(Long.parseLong(number));
    }
  }

  /** From here on a number that is not in the file may still come. */
  long doubtfulFrom() {
    return settled + 1;
  }

  /**
   * All lines from {@link #doubtfulFrom} on were read and written after this moment.
   *
   * @param now taken before they were read
   */
  void looked(LedgerRows.Horizon now) {
    while (!moments.isEmpty() && moments.peekFirst().next() <= now.running()) {
      settled = Math.max(settled, moments.pollFirst().given());
    }
    if (moments.isEmpty() || moments.peekLast().given() < now.given()) {
      moments.addLast(now);
    }
    known.headSet(settled, true).clear();
  }

  boolean holds(long id) {
    return known.contains(id);
  }

  void append(List<String> lines) throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    var text = String.join("\n", lines) + "\n";
    try (var channel =
        FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    lines.forEach(this::remember);
  }
}
