package org.isonomia.evidence.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.shared.Problem;

/** The boxes that films, recordings and HEIC pictures are made of (ISO/IEC 14496-12). */
final class Boxes {
  private static final int HEADER = 8;
  private static final int MOST = 20_000;

  /**
   * @param at place of its length
   * @param body place of what is in it
   * @param end place behind it
   */
  record Box(String type, long at, long body, long end) {}

  private Boxes() {}

  /**
   * @throws Problem invalid "file-double" when something stands between or behind the boxes
   */
  static void requireWhole(Source file) throws IOException {
    try {
      for (var box : in(file, 0, file.size())) {
        if (!box.type().chars().allMatch(c -> c >= 0x20 && c < 0x7F || c == 0xA9)) {
          throw OneFile.twice();
        }
      }
    } catch (CannotClean broken) {
      throw OneFile.twice();
    }
  }

  /**
   * @throws CannotClean when they do not fill the place exactly
   */
  static List<Box> in(Source file, long from, long to) throws IOException, CannotClean {
    var boxes = new ArrayList<Box>();
    var at = from;
    while (at < to) {
      if (to - at < HEADER || boxes.size() >= MOST) {
        if (onlyZeros(file, at, to)) {
          return boxes; // the end of a list in QuickTime
        }
        throw new CannotClean();
      }
      var head = file.bytes(at, 16);
      var length = Marks.big32(head, 0);
      long body = at + HEADER;
      if (length == 1 && head.length == 16) {
        length = Marks.big64(head, 8);
        body += 8;
      } else if (length == 0) {
        if (from != 0 && onlyZeros(file, at, to)) {
          return boxes;
        }
        length = to - at;
      }
      if (length < body - at || length > to - at) {
        throw new CannotClean();
      }
      boxes.add(new Box(Marks.type(head, 4), at, body, at + length));
      at += length;
    }
    return boxes;
  }

  private static boolean onlyZeros(Source file, long from, long to) throws IOException {
    if (to - from > HEADER) {
      return false;
    }
    for (var b : file.bytes(from, (int) (to - from))) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }
}
