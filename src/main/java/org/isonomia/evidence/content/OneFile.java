package org.isonomia.evidence.content;

import java.io.IOException;
import org.isonomia.evidence.Kind;
import org.isonomia.shared.Problem;

/**
 * Refuses a file that is two: a picture with an archive behind it, a document that another program
 * reads as something else. What cameras themselves put behind a picture (a second picture, a short
 * film, the trailer of a Samsung telephone) is not a trick and is let through; the redrawn copy has
 * none of it.
 */
public final class OneFile {
  private static final int WINDOW = 256 * 1024;
  private static final int PDF_HEADER_WITHIN = 1024;
  private static final int AFTER_EOF = 1024;
  private static final int END_OF_ARCHIVE = 22;

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

  private static void jpeg(byte[] file) {
    var end = endOfJpeg(file);
    if (end < 0) {
      throw Problem.invalid("file-unreadable");
    }
    if (end < file.length && !isCamerasTrailer(file, end)) {
      throw twice();
    }
  }

  /** Place behind the end mark, -1 when there is none. */
  static int endOfJpeg(byte[] file) {
    var at = 2;
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

  private static boolean isCamerasTrailer(byte[] file, int end) {
    if (onlyZeros(file, end)) {
      return true;
    }
    var first = end;
    while (first < file.length && file[first] == 0) {
      first++;
    }
    return Marks.at(file, first, "\u00FF\u00D8\u00FF") // a second, smaller picture
        || Marks.at(file, end + 4, "ftyp") // the short film of a live photo
        || Marks.at(file, file.length - 4, "SEFT"); // Samsung
  }

  private static boolean onlyZeros(byte[] file, int from) {
    for (var i = from; i < file.length; i++) {
      if (file[i] != 0 && file[i] != '\n' && file[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private static void png(Source file) throws IOException {
    long at = 8;
    while (at + 12 <= file.size()) {
      var chunk = file.bytes(at, 8);
      var end = at + 12 + Marks.big32(chunk, 0);
      if (Marks.at(chunk, 4, "IEND")) {
        if (end != file.size() && !onlyZeros(file.bytes(end, WINDOW), 0)) {
          throw twice();
        }
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
    if (tail.length - end > AFTER_EOF) {
      throw twice();
    }
  }

  static Problem twice() {
    return Problem.invalid("file-double");
  }
}
