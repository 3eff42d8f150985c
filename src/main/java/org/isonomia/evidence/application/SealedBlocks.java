package org.isonomia.evidence.application;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import org.isonomia.evidence.Stored;
import org.isonomia.evidence.content.Source;
import org.isonomia.privacy.Sealed;
import org.isonomia.privacy.UnderKey;

/**
 * A content as sealed blocks. Each is bound to its place and to whether it is the last one: blocks
 * that are exchanged, left out or cut off do not open.
 */
final class SealedBlocks {
  static final int SIZE = 512 * 1024;
  private static final int KEY = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SealedBlocks() {}

  /** Where blocks lie. */
  interface Shelf {
    void add(int position, Sealed block);

    Sealed block(int position);
  }

  private static String purpose(int position, boolean last) {
    return "evidence block " + position + (last ? " last" : "");
  }

  /** Seals what is written to it; in memory is one block at a time. */
  static final class Writer extends OutputStream {
    private final Shelf shelf;
    private final byte[] key = new byte[KEY];
    private final byte[] block = new byte[SIZE];
    private int filled;
    private int position;
    private long size;

    Writer(Shelf shelf) {
      this.shelf = shelf;
      RANDOM.nextBytes(key);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      var at = offset;
      var left = length;
      while (left > 0) {
        if (filled == SIZE) {
          put(false);
        }
        var part = Math.min(left, SIZE - filled);
        System.arraycopy(bytes, at, block, filled, part);
        filled += part;
        at += part;
        left -= part;
        size += part;
      }
    }

    private void put(boolean last) {
      shelf.add(
          position, UnderKey.seal(key, purpose(position, last), Arrays.copyOf(block, filled)));
      position++;
      filled = 0;
    }

    /** What was written, with its last block put away. */
    Stored end(long id) {
      put(true);
      Arrays.fill(block, (byte) 0);
      return new Stored(id, key, size);
    }

    long size() {
      return size;
    }
  }

  /** Opens blocks as they are read; in memory is one of them. */
  static final class Reader implements Source {
    private final Shelf shelf;
    private final Stored stored;
    private int position = -1;
    private byte[] block;

    Reader(Shelf shelf, Stored stored) {
      this.shelf = shelf;
      this.stored = stored;
    }

    @Override
    public long size() {
      return stored.size();
    }

    @Override
    public int read(long at, byte[] into, int offset, int length) {
      var done = 0;
      while (done < length && at + done < stored.size()) {
        var wanted = (int) ((at + done) / SIZE);
        var within = (int) ((at + done) % SIZE);
        open(wanted);
        var part = Math.min(length - done, block.length - within);
        System.arraycopy(block, within, into, offset + done, part);
        done += part;
      }
      return done;
    }

    private void open(int wanted) {
      if (wanted == position) {
        return;
      }
      var last = (stored.size() - 1) / SIZE == wanted;
      block =
          UnderKey.open(stored.key(), purpose(wanted, last), shelf.block(wanted))
              .orElseThrow(() -> new IllegalStateException("a block was changed or moved"));
      if (block.length != (last ? (stored.size() - 1) % SIZE + 1 : SIZE)) {
        throw new IllegalStateException("a block was cut");
      }
      position = wanted;
    }
  }
}
