package org.isonomia.privacy;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The opened keys of one subject: for each compartment 32 bytes, and the erasure share without
 * which they open nothing. Which compartments are there depends on who opened it.
 */
final class SubjectKeys {
  private final String subject;
  private final String root;
  private final byte[] share;
  private final Map<Compartment, byte[]> keys = new EnumMap<>(Compartment.class);
  private final Map<Integer, Aead> made = new HashMap<>();

  /**
   * @param root whose share it is: the case, also for its referrals
   */
  SubjectKeys(String subject, String root, byte[] share) {
    this.subject = subject;
    this.root = root;
    this.share = share;
  }

  String subject() {
    return subject;
  }

  String root() {
    return root;
  }

  byte[] share() {
    return share;
  }

  void put(Compartment compartment, byte[] key) {
    keys.put(compartment, key);
  }

  boolean has(Compartment compartment) {
    return keys.containsKey(compartment);
  }

  byte[] key(Compartment compartment) {
    return keys.get(compartment);
  }

  /** What an envelope holds: these compartments, one after the other. */
  byte[] pack(Set<Compartment> compartments) {
    var buffer = ByteBuffer.allocate(compartments.size() * (1 + Bytes.KEY));
    compartments.stream().sorted().forEach(c -> buffer.put(c.code()).put(keys.get(c)));
    return buffer.array();
  }

  byte[] packAll() {
    return pack(keys.keySet());
  }

  void unpack(byte[] packed) {
    var buffer = ByteBuffer.wrap(packed);
    while (buffer.hasRemaining()) {
      var compartment = Compartment.of(buffer.get());
      var key = new byte[Bytes.KEY];
      buffer.get(key);
      keys.put(compartment, key);
    }
  }

  /** What seals and opens the values of a compartment. */
  Aead aead(Compartment compartment, Algorithm algorithm) {
    return made.computeIfAbsent(
        compartment.code() << 8 | algorithm.form(),
        which -> {
          try {
            return algorithm.of(
                Bytes.derive(
                    keys.get(compartment),
                    share,
                    Bytes.label("content", algorithm.name(), subject, compartment.name())));
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Override
  public String toString() {
    return "SubjectKeys";
  }
}
