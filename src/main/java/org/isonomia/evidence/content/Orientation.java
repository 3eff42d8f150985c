package org.isonomia.evidence.content;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads how a camera held a JPEG, from its EXIF note: 1 upright to 8; 1 when there is no note or it
 * makes no sense.
 */
final class Orientation {
  private static final int TAG = 0x0112;

  private Orientation() {}

  static int of(byte[] jpeg) {
    try {
      var bytes = ByteBuffer.wrap(jpeg);
      var at = 2;
      while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
        var marker = jpeg[at + 1] & 0xFF;
        if (marker == 0xDA || marker == 0xD9) {
          return 1; // the picture begins: no note before it
        }
        var length = bytes.getShort(at + 2) & 0xFFFF;
        if (marker == 0xE1 && bytes.getInt(at + 4) == 0x45786966) { // "Exif"
          return ofTiff(bytes, at + 10);
        }
        at += 2 + length;
      }
    } catch (IndexOutOfBoundsException e) {
      return 1;
    }
    return 1;
  }

  private static int ofTiff(ByteBuffer bytes, int start) {
    bytes.order(bytes.getShort(start) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    var directory = start + bytes.getInt(start + 4);
    var entries = bytes.getShort(directory) & 0xFFFF;
    for (var i = 0; i < entries; i++) {
      var entry = directory + 2 + 12 * i;
      if ((bytes.getShort(entry) & 0xFFFF) == TAG) {
        var value = bytes.getShort(entry + 8) & 0xFFFF;
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }
}
