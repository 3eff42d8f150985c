package org.isonomia.evidence.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that tell what something is. */
final class Marks {
  private Marks() {}

  static boolean at(byte[] bytes, int offset, String mark) {
    var wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
    if (offset < 0 || bytes.length - offset < wanted.length) {
      return false;
    }
    for (var i = 0; i < wanted.length; i++) {
      if (bytes[offset + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** First place of the mark from there on, or -1. */
  static int find(byte[] bytes, int from, int to, String mark) {
    var wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
    for (var i = from; i <= to - wanted.length; i++) {
      if (bytes[i] == wanted[0]
          && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  static long big32(byte[] bytes, int offset) {
    return (bytes[offset] & 0xFFL) << 24
        | (bytes[offset + 1] & 0xFFL) << 16
        | (bytes[offset + 2] & 0xFFL) << 8
        | bytes[offset + 3] & 0xFFL;
  }

  static long big64(byte[] bytes, int offset) {
    return big32(bytes, offset) << 32 | big32(bytes, offset + 4);
  }

  static long little32(byte[] bytes, int offset) {
    return bytes[offset] & 0xFFL
        | (bytes[offset + 1] & 0xFFL) << 8
        | (bytes[offset + 2] & 0xFFL) << 16
        | (bytes[offset + 3] & 0xFFL) << 24;
  }

  static int little16(byte[] bytes, int offset) {
    return bytes[offset] & 0xFF | (bytes[offset + 1] & 0xFF) << 8;
  }

  static String type(byte[] bytes, int offset) {
    return new String(bytes, offset, 4, StandardCharsets.ISO_8859_1);
  }
}
