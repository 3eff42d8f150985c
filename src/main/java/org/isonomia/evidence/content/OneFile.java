package org.isonomia.evidence.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.isonomia.evidence.Kind;
import org.isonomia.shared.Problem;

/**
 * Refuses a file that is two: a picture with an archive behind it, a document that another program
 * reads as something else. What cameras themselves put behind a picture (further pictures, a short
 * film, the trailer of a Samsung telephone) is not a trick and is let through when it is that from
 * its first byte to its last; the redrawn copy has none of it.
 */
public final class OneFile {
  private static final int WINDOW = 256 * 1024;
  private static final int PDF_HEADER_WITHIN = 1024;
  private static final int MOST_PICTURES = 16;
  private static final int MOST_TRAILER_PARTS = 100;
  private static final int END_OF_ARCHIVE = 22;

  /** What a telephone notes of a picture fits; a second file mostly does not. */
  private static final int LONGEST_NOTE = 4096;

  private static final Set<String> OF_A_FILM =
      Set.of(
          "ftyp", "mdat", "moov", "free", "skip", "wide", "uuid", "meta", "mpvd", "moof", "mfra");
  private static final Pattern START = Pattern.compile("startxref\\s+(\\d{1,10})\\s*$");

  private OneFile() {}

  /**
   * @throws Problem invalid "file-double", "file-unreadable"
   */
  public static void require(Kind kind, Source file) throws IOException {
    if (kind == Kind.DOCX || kind == Kind.ODT) {
      requireArchiveFromStartToEnd(file);
      return;
    }
    if (hasEndOfArchive(file)) {
      throw twice();
    }
    if (kind != Kind.PDF) {
      var head = file.bytes(0, PDF_HEADER_WITHIN + 4);
      if (Marks.find(head, 0, head.length, "%PDF-") >= 0) {
        throw twice();
      }
    }
    switch (kind) {
      case JPEG -> jpeg(file.all());
      case PNG -> png(file);
      case WEBP -> webp(file);
      case PDF -> pdf(file);
      case MP4, MOV, M4A, HEIC -> Boxes.requireWhole(file);
      default -> {
        // frames of an MP3 are counted where they are copied
      }
    }
  }

  /** Where programs that open archives look for one: its table of contents has this end. */
  private static boolean hasEndOfArchive(Source file) throws IOException {
    for (long at = 0; at < file.size(); at += WINDOW - END_OF_ARCHIVE) {
      var window = file.bytes(at, WINDOW);
      for (int i = Marks.find(window, 0, window.length, "PK\u0005\u0006");
          i >= 0;
          i = Marks.find(window, i + 1, window.length, "PK\u0005\u0006")) {
        if (isEnd(window, i)) {
          return true;
        }
      }
      if (window.length < WINDOW) {
        return false;
      }
    }
    return false;
  }

  private static boolean isEnd(byte[] bytes, int at) {
    return at + END_OF_ARCHIVE <= bytes.length
        && Marks.little16(bytes, at + 4) == Marks.little16(bytes, at + 6)
        && Marks.little16(bytes, at + 8) == Marks.little16(bytes, at + 10);
  }

  private static void requireArchiveFromStartToEnd(Source file) throws IOException {
    var end = file.bytes(Math.max(0, file.size() - END_OF_ARCHIVE), END_OF_ARCHIVE);
    if (end.length < END_OF_ARCHIVE || !Marks.at(end, 0, "PK\u0005\u0006")) {
      throw twice(); // something stands behind it, or its end is missing
    }
    var length = Marks.little32(end, 12);
    var start = Marks.little32(end, 16);
    if (start + length + END_OF_ARCHIVE != file.size()) {
      throw twice(); // something stands before it
    }
    var table = file.bytes(start, 4);
    if (!Marks.at(table, 0, "PK\u0001\u0002")) {
      throw Problem.invalid("file-unreadable");
    }
  }

  private static void jpeg(byte[] file) throws IOException {
    var end = endOfJpeg(file);
    if (end < 0) {
      throw Problem.invalid("file-unreadable");
    }
    if (!isCamerasTrailer(file, end)) {
      throw twice();
    }
  }

  /** Place behind the end mark, -1 when there is none. */
  static int endOfJpeg(byte[] file) {
    return endOfJpeg(file, 0);
  }

  private static int endOfJpeg(byte[] file, int from) {
    var at = from + 2;
    while (at + 4 <= file.length) {
      if ((file[at] & 0xFF) != 0xFF) {
        return -1;
      }
      var mark = file[at + 1] & 0xFF;
      if (mark == 0xFF) {
        at++;
      } else if (mark == 0xD9) {
        return at + 2;
      } else if (mark == 0x01 || mark >= 0xD0 && mark <= 0xD8) {
        at += 2;
      } else {
        at += 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
        if (mark == 0xDA) {
          at = afterScan(file, at);
        }
      }
    }
    return at + 2 == file.length && (file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) == 0xD9
        ? at + 2
        : -1;
  }

  private static int afterScan(byte[] file, int from) {
    var at = from;
    while (at + 1 < file.length) {
      var next = file[at + 1] & 0xFF;
      if ((file[at] & 0xFF) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
        return at;
      }
      at++;
    }
    return file.length;
  }

  /**
   * Further pictures (MPF), then a short film or the trailer of a Samsung telephone, or nothing.
   */
  private static boolean isCamerasTrailer(byte[] file, int from) throws IOException {
    var at = afterZeros(file, from);
    for (var i = 0; i < MOST_PICTURES && Marks.at(file, at, "\u00FF\u00D8\u00FF"); i++) {
      var end = endOfJpeg(file, at);
      if (end < 0) {
        return false;
      }
      at = afterZeros(file, end);
    }
    return at == file.length
        || isFilm(file, at - zerosBefore(file, from, at), file.length)
        || isFilm(file, at, file.length)
        || isSamsungs(file, from);
  }

  private static int afterZeros(byte[] file, int from) {
    var at = from;
    while (at < file.length && (file[at] == 0 || file[at] == '\n' || file[at] == '\r')) {
      at++;
    }
    return at;
  }

  /** The first bytes of a film are its length, which begins with zeros. */
  private static int zerosBefore(byte[] file, int from, int at) {
    var zeros = 0;
    while (zeros < 3 && at - zeros > from && file[at - zeros - 1] == 0) {
      zeros++;
    }
    return zeros;
  }

  /** Boxes from the first byte to the last, none of which is made up. */
  private static boolean isFilm(byte[] file, int from, int to) throws IOException {
    if (!Marks.at(file, from + 4, "ftyp")) {
      return false;
    }
    try {
      var film = Source.of(Arrays.copyOfRange(file, from, to));
      Boxes.requireWhole(film);
      for (var box : Boxes.in(film, 0, film.size())) {
        if (!OF_A_FILM.contains(box.type())) {
          return false;
        }
      }
      return true;
    } catch (Problem | CannotClean somethingElse) {
      return false;
    }
  }

  /**
   * Parts one after the other, each with its kind and name, then a table of them (SEFH) that says
   * where each is, and the table's length (SEFT). A table that leaves a byte out is no telephone's.
   */
  private static boolean isSamsungs(byte[] file, int from) throws IOException {
    var end = file.length - 4;
    if (!Marks.at(file, end, "SEFT") || end - 4 < from) {
      return false;
    }
    var table = end - 4 - Marks.little32(file, end - 4);
    if (table < from || table + 12 > end || !Marks.at(file, (int) table, "SEFH")) {
      return false;
    }
    var count = Marks.little32(file, (int) table + 8);
    if (count == 0 || count > MOST_TRAILER_PARTS || table + 12 + count * 12 != end - 4) {
      return false;
    }
    var parts = new TreeMap<Long, Long>();
    for (var i = 0; i < count; i++) {
      var entry = (int) table + 12 + i * 12;
      parts.put(table - Marks.little32(file, entry + 4), Marks.little32(file, entry + 8));
    }
    long at = from;
    for (var part : parts.entrySet()) {
      if (part.getKey() < at
          || !onlyZeros(file, (int) at, (int) Math.min(part.getKey(), file.length))
          || part.getKey() + part.getValue() > table
          || !isPart(file, part.getKey().intValue(), part.getValue())) {
        return false;
      }
      at = part.getKey() + part.getValue();
    }
    return at == table;
  }

  /** A short note of the telephone, or its film. */
  private static boolean isPart(byte[] file, int at, long length) throws IOException {
    if (length < 8) {
      return false;
    }
    var words = at + 8 + Marks.little32(file, at + 4);
    var end = at + length;
    return words <= end && (end - words <= LONGEST_NOTE || isFilm(file, (int) words, (int) end));
  }

  private static boolean onlyZeros(byte[] file, int from, int to) {
    for (var i = from; i < to; i++) {
      if (file[i] != 0 && file[i] != '\n' && file[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Line ends and zeros, with which programs and telephones fill up. */
  private static void requireNothingFrom(Source file, long from) throws IOException {
    for (long at = from; at < file.size(); at += WINDOW) {
      var window = file.bytes(at, WINDOW);
      if (!onlyZeros(window, 0, window.length)) {
        throw twice();
      }
    }
  }

  private static void png(Source file) throws IOException {
    long at = 8;
    while (at + 12 <= file.size()) {
      var chunk = file.bytes(at, 8);
      var end = at + 12 + Marks.big32(chunk, 0);
      if (Marks.at(chunk, 4, "IEND")) {
        requireNothingFrom(file, end);
        return;
      }
      at = end;
    }
    throw Problem.invalid("file-unreadable");
  }

  private static void webp(Source file) throws IOException {
    var length = Marks.little32(file.bytes(4, 4), 0) + 8;
    if (length > file.size()) {
      throw Problem.invalid("file-unreadable");
    }
    if (file.size() - length > 1) {
      throw twice();
    }
  }

  private static void pdf(Source file) throws IOException {
    for (long at = 5; at < file.size(); at += WINDOW - 8) {
      var window = file.bytes(at, WINDOW);
      if (Marks.find(window, 0, window.length, "%PDF-") >= 0) {
        throw twice();
      }
      if (window.length < WINDOW) {
        break;
      }
    }
    var from = Math.max(0, file.size() - WINDOW);
    var tail = file.bytes(from, WINDOW);
    var end = -1;
    for (int i = Marks.find(tail, 0, tail.length, "%%EOF");
        i >= 0;
        i = Marks.find(tail, i + 1, tail.length, "%%EOF")) {
      end = i + 5;
    }
    if (end < 0) {
      throw file.size() > WINDOW ? twice() : Problem.invalid("file-unreadable");
    }
    for (var i = end; i < tail.length; i++) {
      if (tail[i] != 0 && !Character.isWhitespace(tail[i])) {
        throw twice();
      }
    }
    requireTable(tail, end - 5, from);
  }

  /** The end of a PDF says where its table is; one that only looks like an end does not. */
  private static void requireTable(byte[] tail, int end, long from) {
    var words = new String(tail, Math.max(0, end - 64), Math.min(end, 64), ISO_8859_1);
    var said = START.matcher(words);
    if (!said.find() || Long.parseLong(said.group(1)) >= from + end) {
      throw twice();
    }
  }

  static Problem twice() {
    return Problem.invalid("file-double");
  }
}
