package org.isonomia.evidence.content;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Copies the sound of an MP3 and nothing else: frame by frame, without the tags before, behind and
 * between, where names, places, pictures and comments stand.
 */
final class CleanMp3 {
  private static final int[] RATES_1 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0
  };
  private static final int[] RATES_2 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0
  };
  private static final int[] SAMPLING = {44_100, 48_000, 32_000, 0};

  /** So many in a row are no chance. */
  private static final int SURE = 3;

  /** Bytes that are neither sound nor a tag; more than a damaged place has is a second file. */
  private static final int MOST_STRAY = 8 * 1024;

  private CleanMp3() {}

  static boolean isMp3(Source file) throws IOException {
    var at = afterTags(file, 0);
    for (var i = 0; i < SURE; i++) {
      var length = frame(file, at);
      if (length == 0) {
        return i > 0 && at == file.size();
      }
      at += length;
    }
    return true;
  }

  static void clean(Source file, OutputStream to) throws IOException {
    long at = afterTags(file, 0);
    long stray = 0;
    while (at < file.size()) {
      var length = frame(file, at);
      if (length > 0 && at + length <= file.size()) {
        to.write(file.bytes(at, length));
        at += length;
        continue;
      }
      var after = afterTags(file, at);
      if (after == at) {
        after++;
        if (++stray > MOST_STRAY) {
          throw OneFile.twice();
        }
      }
      at = after;
    }
  }

  private static long afterTags(Source file, long from) throws IOException {
    var at = from;
    while (true) {
      var head = file.bytes(at, 32);
      long length = 0;
      if (head.length >= 10 && Marks.at(head, 0, "ID3")) {
        length =
            10
                + ((head[6] & 0x7FL) << 21
                    | (head[7] & 0x7FL) << 14
                    | (head[8] & 0x7FL) << 7
                    | head[9] & 0x7FL)
                + ((head[5] & 0x10) != 0 ? 10 : 0);
      } else if (Marks.at(head, 0, "TAG") && file.size() - at == 128) {
        length = 128;
      } else if (head.length == 32 && Marks.at(head, 0, "APETAGEX")) {
        // with or without its header; the length counts the footer, not the header
        length = (head[23] & 0x20) != 0 ? Marks.little32(head, 12) + 32 : 32;
      }
      if (length == 0) {
        return at;
      }
      at = Math.min(file.size(), at + length);
    }
  }

  /** Length of the frame that begins there, 0 when none does. */
  private static int frame(Source file, long at) throws IOException {
    var head = file.bytes(at, 4);
    if (head.length < 4 || (head[0] & 0xFF) != 0xFF || (head[1] & 0xE0) != 0xE0) {
      return 0;
    }
    var version = head[1] >> 3 & 3; // 0: 2.5, 2: 2, 3: 1
    var layer = head[1] >> 1 & 3; // 1: III
    var rate = (version == 3 ? RATES_1 : RATES_2)[head[2] >> 4 & 15];
    var sampling = SAMPLING[head[2] >> 2 & 3] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
    if (version == 1 || layer != 1 || rate == 0 || sampling == 0) {
      return 0;
    }
    return (version == 3 ? 144_000 : 72_000) * rate / sampling + (head[2] >> 1 & 1);
  }
}
