package org.isonomia.privacy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What envelopes held that were opened a moment ago, in the memory of this process only: to open
 * one costs as much as the rest of a line of a list. It is asked only by somebody who has the
 * private key of the envelope's reader; who has lost that finds nothing here.
 */
final class LatelyOpened {
  private static final int MOST = 2_000;
  private static final long KEPT_NANOS = 10L * 60 * 1_000_000_000;

  private record Entry(byte[] packed, long at) {}

  private final Map<String, Entry> entries =
      new LinkedHashMap<>(64, 0.75f, false) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
          return size() > MOST || System.nanoTime() - eldest.getValue().at() > KEPT_NANOS;
        }
      };

  /**
   * @param label what the envelope is bound to: case, root and reader
   * @param opener opens it, when it is not known; what does not open is not kept
   */
  Optional<byte[]> open(byte[] label, Sealed envelope, Supplier<Optional<byte[]>> opener) {
    var name = name(label, envelope);
    synchronized (entries) {
      var known = entries.get(name);
      if (known != null && System.nanoTime() - known.at() <= KEPT_NANOS) {
        return Optional.of(known.packed().clone());
      }
      entries.remove(name);
    }
    var opened = opener.get();
    opened.ifPresent(
        packed -> {
          synchronized (entries) {
            entries.put(name, new Entry(packed.clone(), System.nanoTime()));
          }
        });
    return opened;
  }

  private static String name(byte[] label, Sealed envelope) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(label);
      return HexFormat.of().formatHex(digest.digest(envelope.bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
