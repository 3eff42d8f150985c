package org.isonomia.evidence.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A file that can be read from any place, without being in memory as a whole. */
public interface Source {
  long size();

  /**
   * @return how many bytes were read, 0 at the end; fewer than asked for only at the end
   */
  int read(long at, byte[] into, int offset, int length) throws IOException;

  /** Up to that many bytes from there. */
  default byte[] bytes(long at, int length) throws IOException {
    var into = new byte[(int) Math.max(0, Math.min(length, size() - at))];
    int got = read(at, into, 0, into.length);
    return got == into.length ? into : Arrays.copyOf(into, got);
  }

  /** All of it in memory; for what has to be decoded. */
  default byte[] all() throws IOException {
    return bytes(0, Math.toIntExact(size()));
  }

  default InputStream stream() {
    var source = this;
    return new InputStream() {
      private long at;

      @Override
      public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
          return 0;
        }
        int got = source.read(at, into, offset, length);
        at += got;
        return got == 0 ? -1 : got;
      }
    };
  }

  /** A file that is in memory. */
  static Source of(byte[] file) {
    return new Source() {
      @Override
      public long size() {
        return file.length;
      }

      @Override
      public int read(long at, byte[] into, int offset, int length) {
        int got = (int) Math.max(0, Math.min(length, file.length - at));
        if (got > 0) {
          System.arraycopy(file, (int) at, into, offset, got);
        }
        return got;
      }

      @Override
      public byte[] all() {
        return file;
      }
    };
  }
}
